package org.alternat.declaration.input;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alternat.declaration.LanguageStanding;
import org.alternat.declaration.LanguageVersion;
import org.alternat.declaration.LanguageVersions;
import org.alternat.declaration.Languages;
import org.alternat.document.IntakeResult;
import org.jspecify.annotations.Nullable;

/** Reads the languages of a declaration, what each counts for and where it begins. */
final class VersionsReader {

    private VersionsReader() {}

    static List<Locale> languages(FieldReader fields, List<String> tags) {
        List<Locale> known = Languages.OF_TEXTS.stream()
                .filter(language -> tags.contains(language.toLanguageTag()))
                .toList();
        if (known.isEmpty()) {
            fields.fault("languages", "declaration.input.languages");
        } else if (known.size() < tags.stream().distinct().count()) {
            fields.fault("languages", "declaration.input.languageUnknown");
        }
        return known;
    }

    /**
     * @param languages those that are known
     * @param document of how many pages; null when it was not accepted
     * @return empty when there is a fault
     */
    static Optional<LanguageVersions> read(
            FieldReader fields,
            List<Locale> languages,
            Map<String, VersionInput> typed,
            IntakeResult.@Nullable Accepted document) {
        int before = fields.errors().size();
        typed.keySet().stream()
                .filter(tag -> !languages.contains(Locale.forLanguageTag(tag)))
                .forEach(tag -> fields.fault("versions." + tag, "declaration.input.versionLanguage"));
        List<LanguageVersion> all = languages.stream()
                .map(language -> version(fields, language, typed.get(language.toLanguageTag()), document))
                .flatMap(Optional::stream)
                .toList();
        if (languages.isEmpty() || fields.errors().size() > before) {
            return Optional.empty();
        }
        if (all.stream().noneMatch(LanguageVersion::isAuthentic)) {
            fields.fault("languages", "declaration.input.noneAuthentic");
            return Optional.empty();
        }
        if (standing(all, LanguageStanding.PREVAILING) > 1) {
            fields.fault("languages", "declaration.input.severalPrevail");
            return Optional.empty();
        }
        return Optional.of(new LanguageVersions(all));
    }

    private static Optional<LanguageVersion> version(
            FieldReader fields,
            Locale language,
            @Nullable VersionInput typed,
            IntakeResult.@Nullable Accepted document) {
        if (typed == null) {
            return Optional.of(new LanguageVersion(language, LanguageStanding.AUTHENTIC, null));
        }
        String field = "versions." + language.toLanguageTag();
        String word = typed.standing() == null ? "" : typed.standing().strip();
        Optional<LanguageStanding> standing =
                word.isEmpty() ? Optional.of(LanguageStanding.AUTHENTIC) : LanguageStanding.of(word);
        if (standing.isEmpty()) {
            fields.fault(field + ".standing", "declaration.input.standing");
        }
        String page = typed.fromPage() == null ? "" : typed.fromPage().strip();
        int last = document == null ? Integer.MAX_VALUE : document.pages();
        Integer fromPage = page.matches("[1-9][0-9]{0,8}") ? Integer.valueOf(page) : null;
        if (!page.isEmpty() && (fromPage == null || fromPage > last)) {
            fields.fault(field + ".fromPage", pageFault(document), last);
            return Optional.empty();
        }
        return standing.map(known -> new LanguageVersion(language, known, fromPage));
    }

    private static String pageFault(IntakeResult.@Nullable Accepted document) {
        return document == null ? "declaration.input.fromPage" : "declaration.input.fromPageOf";
    }

    private static long standing(List<LanguageVersion> all, LanguageStanding standing) {
        return all.stream().filter(one -> one.standing() == standing).count();
    }
}
