package org.alternat.archive.contents;

import java.util.List;
import org.alternat.archive.bag.Bag;
import org.alternat.judge.Judgement;
import org.alternat.judge.Judgements;
import org.alternat.pades.EmbeddedValidationData;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.springframework.stereotype.Component;

/** Both opinions on the sealed document, and what they rest on. A document that either of them doubts is never packed. */
@Component
class Evidence {

    private final Judgements judgements;
    private final TrustAnchors anchors;

    Evidence(Judgements judgements, TrustAnchors anchors) {
        this.judgements = judgements;
        this.anchors = anchors;
    }

    /** The names of the certificate files. */
    List<String> add(Bag bag, PackageSubject subject, PdfBytes sealed) {
        VerificationReport report = new SignatureVerifier(anchors).verify(sealed);
        Judgement judgement = judgements
                .find(subject.declaration().id(), sealed.sha256())
                .orElseThrow(() -> new IllegalStateException(
                        "no judgement on declaration " + subject.declaration().id() + " is kept"));
        if (!report.valid() || !judgement.allPassed()) {
            throw new IllegalStateException("the sealed document of declaration "
                    + subject.declaration().id() + " does not verify");
        }
        bag.add("validation/verifier.json", VerifierFile.of(subject, report));
        bag.add("validation/simple-report.xml", judgement.simpleReport());
        bag.add("validation/detailed-report.xml", judgement.detailedReport());
        bag.add("validation/etsi-report.xml", judgement.etsiReport());
        return CertificateFiles.add(bag, anchors.x509Certificates(), EmbeddedValidationData.read(sealed));
    }
}
