package org.alternat.archive.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants to the second, in the declaration's zone and in UTC: an archive must leave no doubt about which was meant. */
public final class ArchiveTimes {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    ArchiveTimes(ZoneId zone, Locale reader) {
        // An English reader here is a European one: the day before the month.
        Locale locale = reader.getLanguage().equals("en") ? Locale.UK : reader;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    public String day(Instant instant) {
        return day.format(instant);
    }

    public String local(Instant instant) {
        return day.format(instant) + ", " + time.format(instant);
    }

    public String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** For the attribute of a {@code time} element (RFC 3339). */
    public String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
