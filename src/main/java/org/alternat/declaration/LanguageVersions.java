package org.alternat.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The languages of a declaration, in the order in which it names them. They are one instrument: at least one is authentic, and
 * at most one of these prevails.
 */
public record LanguageVersions(List<LanguageVersion> all) {

    public LanguageVersions {
        all = List.copyOf(all);
        if (all.stream().noneMatch(LanguageVersion::isAuthentic) || prevailing(all) > 1) {
            throw new IllegalArgumentException(
                    "a declaration is authentic in one language or more, and one may prevail");
        }
        if (all.stream().map(LanguageVersion::language).distinct().count() < all.size()) {
            throw new IllegalArgumentException("a language is named once");
        }
    }

    /** Equally authentic, and nobody has said where they begin. */
    public static LanguageVersions authentic(List<Locale> languages) {
        return new LanguageVersions(languages.stream()
                .map(language -> new LanguageVersion(language, LanguageStanding.AUTHENTIC, null))
                .toList());
    }

    /** What {@link #toString()} has written. A tag alone is an authentic text. */
    static LanguageVersions parse(String written) {
        return new LanguageVersions(
                Arrays.stream(written.split(",")).map(LanguageVersions::one).toList());
    }

    public List<Locale> languages() {
        return all.stream().map(LanguageVersion::language).toList();
    }

    public Optional<LanguageVersion> of(Locale language) {
        return all.stream().filter(one -> one.language().equals(language)).findFirst();
    }

    public List<LanguageVersion> authentic() {
        return all.stream().filter(LanguageVersion::isAuthentic).toList();
    }

    public List<LanguageVersion> translations() {
        return all.stream().filter(one -> !one.isAuthentic()).toList();
    }

    /** The one that decides where the authentic texts diverge. */
    public Optional<LanguageVersion> prevailing() {
        return all.stream()
                .filter(one -> one.standing() == LanguageStanding.PREVAILING)
                .findFirst();
    }

    /** The same, for another PDF. */
    LanguageVersions withoutPages() {
        return new LanguageVersions(all.stream()
                .map(one -> new LanguageVersion(one.language(), one.standing(), null))
                .toList());
    }

    /** For instance {@code fr:prevailing:2,nl:authentic:4,en:translation}. */
    @Override
    public String toString() {
        return all.stream()
                .map(one ->
                        one.tag() + ":" + one.standing().word() + (one.fromPage() == null ? "" : ":" + one.fromPage()))
                .collect(Collectors.joining(","));
    }

    private static LanguageVersion one(String written) {
        String[] parts = written.split(":", -1);
        return new LanguageVersion(
                Locale.forLanguageTag(parts[0]),
                parts.length < 2
                        ? LanguageStanding.AUTHENTIC
                        : LanguageStanding.of(parts[1]).orElseThrow(),
                parts.length < 3 ? null : Integer.valueOf(parts[2]));
    }

    private static long prevailing(List<LanguageVersion> all) {
        return all.stream()
                .filter(one -> one.standing() == LanguageStanding.PREVAILING)
                .count();
    }
}
