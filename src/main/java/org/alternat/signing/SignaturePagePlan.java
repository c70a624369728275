package org.alternat.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.OrderOfPrecedence;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignaturePages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What stands on the pages that receive the signatures of a declaration. */
@Component
class SignaturePagePlan {

    private final PublicityWording publicity;
    private final Signatories signatories;
    private final SigningProperties properties;
    private final MessageSource messages;

    SignaturePagePlan(
            Signatories signatories, SigningProperties properties, MessageSource messages, PublicityWording publicity) {
        this.publicity = publicity;
        this.signatories = signatories;
        this.properties = properties;
        this.messages = messages;
    }

    SignaturePages of(Declaration declaration) {
        Map<String, List<SignaturePages.Block>> headed = new LinkedHashMap<>();
        for (Signatory signatory : signatories.of(declaration.id())) {
            if (signatory.role().signs()) {
                Party party = signatories.party(signatory.partyId());
                headed.computeIfAbsent(heading(declaration, signatory, party), heading -> new ArrayList<>())
                        .add(block(signatory, party));
            }
        }
        List<SignaturePages.Group> groups = headed.entrySet().stream()
                .map(group -> new SignaturePages.Group(group.getKey(), group.getValue()))
                .toList();
        return new SignaturePages(
                declaration.title(),
                inAllLanguages(declaration, "signing.pages.heading"),
                mainLanguage(declaration),
                groups,
                inAllLanguages(declaration, "signing.pages.seal"),
                spares(declaration),
                names(declaration),
                publicity.of(declaration));
    }

    /** Their fields go on where the order of precedence ends, so that a late signatory finds theirs by their number. */
    private List<SignaturePages.Block> spares(Declaration declaration) {
        Locale language = mainLanguage(declaration);
        String tooltip = messages.getMessage("signing.field.spare", null, language);
        int last = signatories.of(declaration.id()).stream()
                .mapToInt(Signatory::precedence)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(last + 1, last + properties.spareFields())
                .mapToObj(n -> new SignaturePages.Block(n, SignatureFields.signature(n), "", "", tooltip, language))
                .toList();
    }

    private String names(Declaration declaration) {
        return signatories.of(declaration.id()).stream()
                .map(signatory -> signatory.fullName() + " " + signatory.capacity())
                .collect(Collectors.joining(" "));
    }

    /** Sides have a heading each, unless one alphabet or a host goes over all of them. */
    private String heading(Declaration declaration, Signatory signatory, Party party) {
        if (!signatory.role().binds()) {
            return inAllLanguages(declaration, "signing.pages.witnesses");
        }
        OrderOfPrecedence order = declaration.terms().order();
        boolean acrossSides = order.host() != null || (order.language() != null && !order.bySide());
        return acrossSides ? inAllLanguages(declaration, "signing.pages.parties") : party.side();
    }

    private SignaturePages.Block block(Signatory signatory, Party party) {
        String tooltip = signatory.role().binds() ? "signing.field.tooltip" : "signing.field.tooltip.witness";
        return new SignaturePages.Block(
                signatory.precedence(),
                SignatureFields.signature(signatory.precedence()),
                party.name(),
                party.region(),
                messages.getMessage(tooltip, new Object[] {party.name()}, signatory.locale()),
                signatory.locale());
    }

    private String inAllLanguages(Declaration declaration, String key) {
        return declaration.languages().stream()
                .map(language -> messages.getMessage(key, null, language))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** The language of what stands on the pages once. */
    static Locale mainLanguage(Declaration declaration) {
        return declaration.languages().isEmpty()
                ? Locale.FRENCH
                : declaration.languages().get(0);
    }
}
