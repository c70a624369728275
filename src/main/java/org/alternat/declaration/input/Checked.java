package org.alternat.declaration.input;

import java.util.List;
import java.util.function.Function;

/** Either what was read, or every fault that kept it from being read. */
public sealed interface Checked<T> {

    /** Calls the one that fits. */
    <R> R fold(Function<T, R> valid, Function<List<InputError>, R> invalid);

    /** Without a fault. */
    record Valid<T>(T value) implements Checked<T> {
        @Override
        public <R> R fold(Function<T, R> valid, Function<List<InputError>, R> invalid) {
            return valid.apply(value);
        }
    }

    /** With at least one fault. */
    record Invalid<T>(List<InputError> errors) implements Checked<T> {

        public Invalid {
            errors = List.copyOf(errors);
        }

        @Override
        public <R> R fold(Function<T, R> valid, Function<List<InputError>, R> invalid) {
            return invalid.apply(errors);
        }
    }
}
