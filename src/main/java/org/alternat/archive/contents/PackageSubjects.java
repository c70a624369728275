package org.alternat.archive.contents;

import java.time.Instant;
import java.util.Objects;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.Signatories;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.springframework.stereotype.Component;

/** Reads what a package tells of from the packages below. */
@Component
public class PackageSubjects {

    private final Declarations declarations;
    private final Signatories signatories;
    private final Corrections corrections;
    private final Scans scans;
    private final Revisions revisions;
    private final Instruments instruments;

    PackageSubjects(
            Declarations declarations,
            Signatories signatories,
            Corrections corrections,
            Scans scans,
            Revisions revisions,
            Instruments instruments) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.corrections = corrections;
        this.scans = scans;
        this.revisions = revisions;
        this.instruments = instruments;
    }

    /** Locks the document's chain until the caller commits. */
    public void lockDocument(DeclarationId id) {
        revisions.lock(id);
    }

    /** The declaration as it stands, to be archived at this instant. */
    public PackageSubject read(DeclarationId id, Instant now) {
        Declaration declaration = declarations.get(id);
        return new PackageSubject(
                declaration,
                Objects.requireNonNull(declaration.closedAt(), "a sealed declaration is closed"),
                instruments.find(id).orElse(null),
                instruments.originalOf(id).orElse(null),
                signatories.parties(id),
                signatories.of(id),
                corrections.earlier(id),
                scans.papers(id),
                scans.mandates(id),
                revisions.list(id),
                now);
    }
}
