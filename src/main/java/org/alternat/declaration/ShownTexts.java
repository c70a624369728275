package org.alternat.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads of a declaration's texts at a time: one, or two beside each other. The others are only named, so that nobody
 * receives a text that they have not asked for.
 *
 * @param tags of the languages that can be read, in the order in which the declaration has them
 */
public record ShownTexts(ReadableText main, @Nullable ReadableText beside, List<String> tags) {

    public ShownTexts {
        tags = List.copyOf(tags);
    }

    /**
     * The text that was asked for. Without a wish, or with one that cannot be met, the reader's own language, and else the first.
     *
     * @param wished tag of a language
     * @param besideIt tag of another one, to be read at the same time
     * @return empty when no text was given
     */
    public static Optional<ShownTexts> of(
            Declaration declaration,
            List<LanguageText> texts,
            Locale reader,
            @Nullable String wished,
            @Nullable String besideIt) {
        List<LanguageText> ordered = new ArrayList<>();
        for (Locale language : declaration.languages()) {
            texts.stream().filter(text -> text.language().equals(language)).forEach(ordered::add);
        }
        List<String> tags =
                ordered.stream().map(text -> text.language().toLanguageTag()).toList();
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        int main = Math.max(0, tags.contains(wished) ? tags.indexOf(wished) : tags.indexOf(reader.getLanguage()));
        int beside = tags.indexOf(besideIt);
        return Optional.of(new ShownTexts(
                ReadableText.of(ordered.get(main)),
                beside < 0 || beside == main ? null : ReadableText.of(ordered.get(beside)),
                tags));
    }
}
