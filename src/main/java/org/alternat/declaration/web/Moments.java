package org.alternat.declaration.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as people read them: in the declaration's zone, in the reader's language. */
public final class Moments {

    private final DateTimeFormatter words;
    private final ZoneId zone;

    Moments(ZoneId zone, Locale locale) {
        this.zone = zone;
        // English without a region would mean the order of day and month that is usual in one country only.
        Locale words = locale.getLanguage().equals("en") ? Locale.UK : locale;
        this.words = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words)
                .withZone(zone);
    }

    /** Empty for what has not happened. */
    public String of(@Nullable Instant instant) {
        return instant == null ? "" : words.format(instant);
    }

    /** For the attribute of a {@code time} element (ISO 8601 with the zone's offset, to the second). */
    public String machine(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.atZone(zone).withNano(0));
    }
}
