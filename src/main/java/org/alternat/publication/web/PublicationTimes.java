package org.alternat.publication.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants in the declaration's zone, in the reader's words. */
public final class PublicationTimes {

    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;

    PublicationTimes(ZoneId zone, Locale reader) {
        // An English reader here is a European one: the day before the month.
        Locale locale = reader.getLanguage().equals("en") ? Locale.UK : reader;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
        this.minute = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
    }

    public String day(Instant instant) {
        return day.format(instant);
    }

    public String minute(Instant instant) {
        return minute.format(instant);
    }

    /** For the attribute of a {@code time} element (RFC 3339). */
    public String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
