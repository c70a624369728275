package org.alternat.declaration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alternat.shared.Sha256;
import org.springframework.stereotype.Component;

/** What the audit trail writes down of a declaration when it is made and when it is released. */
@Component
class DeclarationFacts {

    private final DeclarationRows declarations;
    private final PartyRows parties;

    DeclarationFacts(DeclarationRows declarations, PartyRows parties) {
        this.declarations = declarations;
        this.parties = parties;
    }

    /** The readable texts are told by their digests: after the release nothing may change in them either. */
    Map<String, String> of(Declaration declaration) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "sha256", declaration.textSha256().hex(),
                "pages", Integer.toString(declaration.pages()),
                "parties", Integer.toString(parties.binding(declaration.id()).size()),
                "signatories",
                        Integer.toString(parties.signatories(declaration.id()).size()),
                "rule", declaration.terms().rule().toString(),
                "languages", declaration.versions().toString()));
        List<LanguageText> texts = declarations.texts(declaration.id());
        texts.forEach(text -> facts.put(
                "text." + text.language().toLanguageTag(),
                Sha256.of(text.content().getBytes(StandardCharsets.UTF_8)).hex()));
        return facts;
    }
}
