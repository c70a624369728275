package org.alternat.archive.contents;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Instrument;
import org.alternat.declaration.Mandate;
import org.alternat.declaration.PaperSignature;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.document.Revision;
import org.alternat.shared.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a package tells of, as it was when it was built.
 *
 * @param instrument what it is attached to, and how; null for most
 * @param original the declaration that the instrument is attached to
 * @param parties in order of precedence
 * @param signatories in order of precedence
 * @param earlier the declarations whose text this one corrects, one after the other, the newest first
 * @param papers what was signed on paper
 * @param mandates on what the authority of signatories rests
 * @param revisions the text first, the sealed document last
 */
public record PackageSubject(
        Declaration declaration,
        Instant closedAt,
        @Nullable Instrument instrument,
        @Nullable Declaration original,
        List<Party> parties,
        List<Signatory> signatories,
        List<Declaration> earlier,
        List<PaperSignature> papers,
        List<Mandate> mandates,
        List<Revision> revisions,
        Instant archivedAt) {

    /** The sealed document. */
    public Revision sealed() {
        return revisions.get(revisions.size() - 1);
    }

    /** Where the scan of what somebody signed on paper lies in the package; empty when there is none. */
    public Optional<String> paperFile(Signatory signatory) {
        return paper(signatory).map(paper -> "paper/%04d.%s"
                .formatted(signatory.precedence(), paper.type().extension()));
    }

    Optional<PaperSignature> paper(Signatory signatory) {
        return papers.stream()
                .filter(paper -> paper.signatoryId().equals(signatory.id()))
                .findFirst();
    }

    Optional<Mandate> mandate(Signatory signatory) {
        return mandates.stream()
                .filter(mandate -> mandate.signatoryId().equals(signatory.id()))
                .findFirst();
    }

    /** Where the document that proves somebody's authority lies in the package; empty when there is none. */
    public Optional<String> mandateFile(Signatory signatory) {
        return mandate(signatory).map(Mandate::type).map(type -> "mandates/%04d.%s"
                .formatted(signatory.precedence(), type.extension()));
    }

    /** The party that a signatory signs for. */
    public Party party(PartyId id) {
        return parties.stream()
                .filter(party -> party.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("party " + id));
    }
}
