package org.alternat.declaration.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.alternat.declaration.Mandate;
import org.alternat.declaration.Mandates;
import org.alternat.declaration.PaperSignature;
import org.alternat.declaration.PaperSignatures;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Component;

/** What organisers have recorded about a signatory beside the document, by signatory. */
@Component
class PlacePapers {

    private final PaperSignatures papers;
    private final Mandates mandates;

    PlacePapers(PaperSignatures papers, Mandates mandates) {
        this.papers = papers;
        this.mandates = mandates;
    }

    Map<SignatoryId, PaperSignature> signatures(DeclarationId id) {
        return papers.of(id).stream().collect(Collectors.toMap(PaperSignature::signatoryId, paper -> paper));
    }

    Map<SignatoryId, Mandate> mandates(DeclarationId id) {
        return mandates.of(id).stream().collect(Collectors.toMap(Mandate::signatoryId, mandate -> mandate));
    }
}
