package org.alternat.declaration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.jspecify.annotations.Nullable;

/**
 * Instants as people read them, in the reader's language: what somebody must keep to by the clocks of the declaration's
 * cities, what has happened shortly and in its zone.
 */
public final class Moments {

    private final DateTimeFormatter words;
    private final DateTimeFormatter days;
    private final Declaration declaration;
    private final DeclarationTimes times;
    private final Locale locale;

    Moments(Declaration declaration, DeclarationTimes times, Locale locale) {
        this.declaration = declaration;
        this.times = times;
        this.locale = locale;
        // English without a region would mean the order of day and month that is usual in one country only.
        Locale words = locale.getLanguage().equals("en") ? Locale.UK : locale;
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words);
        this.words = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words)
                .withZone(declaration.zone());
    }

    /** Shortly, in the declaration's zone; empty for what has not happened. */
    public String of(@Nullable Instant instant) {
        return instant == null ? "" : words.format(instant);
    }

    /** By the clocks of the declaration's cities; empty for what is not set. */
    public String cities(@Nullable Instant instant) {
        return instant == null ? "" : times.moment(declaration, instant, locale);
    }

    /** In UTC, to the second (ISO 8601), as the audit trail and the timestamps have it; empty for what has not happened. */
    public String utc(@Nullable Instant instant) {
        return instant == null ? "" : DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A day in words, such as 28 Nov 2026. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    /** The declaration's zone by its name. */
    public String zone() {
        return times.zone(declaration, locale);
    }

    /** For the attribute of a {@code time} element (ISO 8601 with the zone's offset, to the second). */
    public String machine(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.atZone(declaration.zone()).withNano(0));
    }
}
