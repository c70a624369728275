package org.alternat.declaration.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an instant as people and programs give it: with an offset (RFC 3339), or local to the declaration's zone. */
public final class DeadlineReader {

    static final String FIELD = "deadline";

    private static final int LONGEST = 40;

    /** What lies beyond is a slip of the pen, and databases and calendars end somewhere. */
    static final Instant FARTHEST = Instant.parse("3000-01-01T00:00:00Z");

    private DeadlineReader() {}

    /** Reads a new deadline; whether it is late enough is for the declaration to say. */
    public static Checked<Instant> read(@Nullable String raw, ZoneId zone) {
        FieldReader fields = new FieldReader();
        Optional<Instant> instant = read(fields, raw, zone);
        return fields.errors().isEmpty()
                ? new Checked.Valid<>(instant.orElseThrow())
                : new Checked.Invalid<>(fields.errors());
    }

    static Optional<Instant> read(FieldReader fields, @Nullable String raw, ZoneId zone) {
        String text = fields.required(FIELD, raw, LONGEST);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> instant = instant(text, zone);
        if (instant.isEmpty()) {
            fields.fault(FIELD, "declaration.input.deadline");
        } else if (instant.get().isAfter(FARTHEST)) {
            fields.fault(FIELD, "declaration.input.deadlineTooFar");
        }
        return instant;
    }

    static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notWithAnOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
            } catch (DateTimeException notLocalEither) {
                return Optional.empty();
            }
        }
    }
}
