package org.alternat.verification.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Instants to the second, in UTC and on the clock of the place: the declaration's when it is ours, else the reader's. */
public final class VerificationTimes {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    VerificationTimes(Optional<ZoneId> place, Locale reader) {
        this.zone = place.orElseGet(
                () -> ZoneId.of(reader.getCountry().equals("CA") ? "America/Toronto" : "Europe/Brussels"));
        // An English reader here is a European one: the day before the month.
        Locale locale = reader.getLanguage().equals("en") ? Locale.UK : reader;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    public String local(Instant instant) {
        return day.format(instant) + ", " + time.format(instant) + " ("
                + zone.getId().replace('_', ' ') + ")";
    }

    public String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** For the attribute of a {@code time} element (RFC 3339). */
    public String machine(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
