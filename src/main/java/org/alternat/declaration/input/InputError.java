package org.alternat.declaration.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fault in what was given, for a person to read.
 *
 * @param field the field or CSV column
 * @param line the line of the CSV, from 1, the header being line 1; or the number of the signatory in a list
 * @param messageKey the sentence
 * @param arguments for the sentence
 */
public record InputError(String field, @Nullable Integer line, String messageKey, List<Object> arguments) {

    public InputError {
        arguments = List.copyOf(arguments);
    }

    /** A fault that belongs to a field rather than to a line. */
    public static InputError of(String field, String messageKey, Object... arguments) {
        return new InputError(field, null, messageKey, List.of(arguments));
    }
}
