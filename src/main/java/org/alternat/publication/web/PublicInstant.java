package org.alternat.publication.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the end of an embargo: with an offset (RFC 3339), or on the clock of the declaration's place. */
final class PublicInstant {

    /** What lies beyond is a slip of the pen, and databases and calendars end somewhere. */
    private static final Instant FARTHEST = Instant.parse("3000-01-01T00:00:00Z");

    private PublicInstant() {}

    static Optional<Instant> read(String text, ZoneId zone) {
        return parsed(text.strip(), zone)
                .filter(instant -> instant.isBefore(FARTHEST) && instant.isAfter(Instant.EPOCH));
    }

    private static Optional<Instant> parsed(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutAnOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        }
    }
}
