package org.alternat.archive.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.document.Revisions;
import org.alternat.judge.Judgement;
import org.alternat.judge.Judgements;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.springframework.stereotype.Component;

/** Who signed, what the judge said on the day of closing, and what our verifier finds in the kept document today. */
@Component
class SignatureTable {

    private final Signatories signatories;
    private final Revisions revisions;
    private final Judgements judgements;
    private final SignatureVerifier verifier;

    SignatureTable(
            Signatories signatories, Revisions revisions, Judgements judgements, TrustAnchors anchors, Clock clock) {
        this.signatories = signatories;
        this.revisions = revisions;
        this.judgements = judgements;
        this.verifier = new SignatureVerifier(anchors, clock);
    }

    List<SignatureRow> of(ArchivedDeclaration kept) {
        List<Party> parties = signatories.organisations(kept.id());
        Optional<Judgement> judgement = judgements.find(kept.id(), kept.documentSha256());
        VerificationReport report = today(kept);
        return signatories.of(kept.id()).stream()
                .filter(signatory -> signatory.role().signs())
                .map(signatory -> SignatureRow.of(signatory, parties, judgement, report))
                .toList();
    }

    /** A document that cannot be read any more has no signature that holds. */
    private VerificationReport today(ArchivedDeclaration kept) {
        try {
            return verifier.verify(revisions.read(kept.id(), kept.documentRevision()));
        } catch (IllegalArgumentException unreadable) {
            return new VerificationReport(List.of(), List.of(VerificationReport.Problem.DAMAGED), List.of(), 0);
        }
    }
}
