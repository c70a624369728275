package org.alternat.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Publicities;
import org.alternat.pades.PublicityFoot;
import org.alternat.shared.Publicity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the signature pages say of a declaration's funding, in each of its languages. */
@Component
class PublicityWording {

    private final Publicities publicities;
    private final MessageSource messages;

    PublicityWording(Publicities publicities, MessageSource messages) {
        this.publicities = publicities;
        this.messages = messages;
    }

    PublicityFoot of(Declaration declaration) {
        Publicity publicity = publicities.of(declaration.id()).orElse(Publicity.NOT_DUE);
        List<String> lines = new ArrayList<>();
        if (publicity.emblem()) {
            lines.add(declaration.languages().stream()
                    .map(language -> messages.getMessage("signing.pages.union", null, language))
                    .collect(Collectors.joining(" · ")));
        }
        if (publicity.due()) {
            declaration.languages().stream().map(publicity::mention).distinct().forEach(lines::add);
        }
        Locale main = declaration.languages().get(0);
        Publicity.Logo logo = publicity.logo();
        return new PublicityFoot(
                lines,
                publicity.emblem(),
                messages.getMessage("signing.pages.emblem", null, main),
                main,
                png(logo),
                logo == null ? "" : logo.name());
    }

    private byte[] png(Publicity.@Nullable Logo logo) {
        return logo == null ? new byte[0] : publicities.image(logo.sha256()).orElseThrow();
    }
}
