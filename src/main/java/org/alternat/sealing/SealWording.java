package org.alternat.sealing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words in and on the closing seal. */
@Component
class SealWording {

    private final MessageSource messages;
    private final String sealName;

    SealWording(MessageSource messages, @Value("${alternat.signing.seal-name:Alternat}") String sealName) {
        this.messages = messages;
        this.sealName = sealName;
    }

    String sealName() {
        return sealName;
    }

    String reason(Declaration declaration, Locale locale) {
        return messages.getMessage("sealing.reason", new Object[] {declaration.reference()}, locale);
    }

    /** Name, what the seal says in every language of the declaration, and the instant in UTC. */
    List<String> appearance(Declaration declaration, Instant at, Locale locale) {
        List<String> lines = new java.util.ArrayList<>(List.of(sealName));
        List<Locale> languages = declaration.languages().isEmpty() ? List.of(locale) : declaration.languages();
        languages.stream()
                .limit(3)
                .map(language -> reason(declaration, language))
                .distinct()
                .forEach(lines::add);
        lines.add(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                .format(at.atOffset(java.time.ZoneOffset.UTC)));
        return lines;
    }
}
