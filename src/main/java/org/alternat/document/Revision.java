package org.alternat.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alternat.shared.Sha256;

/**
 * One revision of a declaration's document, without its bytes.
 *
 * @param number counts from 0, the text
 * @param length of the whole file up to and with this revision, in bytes
 * @param sha256 digest of that whole file
 */
public record Revision(int number, RevisionKind kind, long length, Sha256 sha256, Instant at) {

    /**
     * The final file as its circulation left it: up to the archive timestamp that goes with the service's seal. One that was
     * renewed later is none of its doing.
     *
     * @param chain all revisions, the text first
     * @return empty when it is not sealed
     */
    public static Optional<Revision> closing(List<Revision> chain) {
        return chain.stream()
                .filter(revision -> revision.kind() == RevisionKind.SEAL)
                .reduce((first, second) -> second)
                .map(seal -> chain.get(Math.min(seal.number() + 1, chain.size() - 1)));
    }
}
