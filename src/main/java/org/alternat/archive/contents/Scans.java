package org.alternat.archive.contents;

import java.util.List;
import org.alternat.archive.bag.Bag;
import org.alternat.declaration.Mandate;
import org.alternat.declaration.Mandates;
import org.alternat.declaration.PaperSignature;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
import org.springframework.stereotype.Component;

/** What organisers have brought about single signatories: signatures on paper and mandates. */
@Component
class Scans {

    private final PaperSignatures papers;
    private final Mandates mandates;

    Scans(PaperSignatures papers, Mandates mandates) {
        this.papers = papers;
        this.mandates = mandates;
    }

    List<PaperSignature> papers(DeclarationId id) {
        return papers.of(id);
    }

    List<Mandate> mandates(DeclarationId id) {
        return mandates.of(id);
    }

    void add(Bag bag, PackageSubject subject) {
        for (Signatory signatory : subject.signatories()) {
            subject.paperFile(signatory)
                    .ifPresent(file -> bag.add(file, papers.scan(signatory.id()).orElseThrow()));
            subject.mandateFile(signatory)
                    .ifPresent(file ->
                            bag.add(file, mandates.document(signatory.id()).orElseThrow()));
        }
    }
}
