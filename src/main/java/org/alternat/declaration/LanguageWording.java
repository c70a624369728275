package org.alternat.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which languages of a declaration are authentic, and which of them prevails, as people read it. */
@Component
public class LanguageWording {

    private final MessageSource messages;

    LanguageWording(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * For instance: the French and Dutch texts are equally authentic; should they diverge, the French text prevails. The English
     * text is a translation for information.
     *
     * @return empty when there is one language only, of which there is nothing to tell
     */
    public Optional<String> sentences(LanguageVersions versions, Locale locale) {
        return versions.all().size() < 2
                ? Optional.empty()
                : Optional.of(Stream.of(authentic(versions, locale), translations(versions, locale))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private String authentic(LanguageVersions versions, Locale locale) {
        String names = names(versions.authentic(), locale);
        if (versions.authentic().size() == 1) {
            return say(locale, "authentic.one", names);
        }
        return versions.prevailing()
                .map(one -> say(locale, "authentic.prevailing", names, names(List.of(one), locale)))
                .orElseGet(() -> say(locale, "authentic.all", names));
    }

    private String translations(LanguageVersions versions, Locale locale) {
        List<LanguageVersion> all = versions.translations();
        return all.isEmpty()
                ? ""
                : say(locale, all.size() == 1 ? "translation.one" : "translation.more", names(all, locale));
    }

    private String names(List<LanguageVersion> versions, Locale locale) {
        List<String> names = versions.stream()
                .map(one -> say(locale, "adjective." + one.language().getLanguage()))
                .toList();
        String last = names.get(names.size() - 1);
        return names.size() == 1
                ? last
                : say(locale, "and", String.join(", ", names.subList(0, names.size() - 1)), last);
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage("declaration.version." + key, arguments, locale);
    }
}
