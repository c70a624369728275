package org.alternat.declaration.input;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the day that a signed paper bears. */
public final class PaperDateReader {

    static final String FIELD = "signedOn";

    private PaperDateReader() {}

    /**
     * Reads a day as HTML and ISO 8601 spell it.
     *
     * @param today nobody has signed later than this
     */
    public static Checked<LocalDate> read(@Nullable String raw, LocalDate today) {
        String text = raw == null ? "" : raw.strip();
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isAfter(today) || day.isBefore(today.minusYears(10))
                    ? invalid("declaration.input.paperDate")
                    : new Checked.Valid<>(day);
        } catch (DateTimeParseException e) {
            return invalid(text.isEmpty() ? FieldReader.REQUIRED : "declaration.input.paperDate");
        }
    }

    private static Checked<LocalDate> invalid(String key) {
        return new Checked.Invalid<>(List.of(InputError.of(FIELD, key)));
    }
}
