package org.alternat.publication;

import java.time.Instant;
import java.util.List;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.shared.Sha256;

/**
 * What the public reads.
 *
 * @param parties those for whom somebody has signed, in order of precedence
 * @param witnesses who agreed to be named
 * @param unnamed how many people signed and are not named
 * @param sealed of the final copy
 */
public record PublishedDeclaration(
        Declaration declaration,
        Instant from,
        List<LanguageText> texts,
        List<PublishedParty> parties,
        List<Signatory> witnesses,
        long unnamed,
        Sha256 sealed) {

    /**
     * Whether the final copy may be downloaded: every signature in it bears a name, so everybody has to have agreed. Else the
     * text is there as it was frozen, without signatures.
     */
    public boolean finalCopyIsPublic() {
        return unnamed == 0;
    }

    /** A party and those of its signatories who agreed to be named. */
    public record PublishedParty(Party party, List<Signatory> signatories) {}
}
