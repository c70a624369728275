package org.alternat.declaration.input;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alternat.declaration.Languages;
import org.alternat.declaration.SignatoryRole;
import org.alternat.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads single fields and collects their faults. Text is kept as it was given but for Unicode normalisation (NFC, Unicode
 * Annex 15) and the blanks around it: nobody's capitals are corrected. Characters that could end a mail header, hide or
 * turn text around are refused.
 */
final class FieldReader {

    static final String REQUIRED = "declaration.input.required";
    static final String TOO_LONG = "declaration.input.tooLong";
    static final String CONTROL = "declaration.input.control";
    static final String EMAIL = "declaration.input.email";
    static final String LOCALE = "declaration.input.locale";
    static final String ROLE = "declaration.input.role";
    static final String ORDER = "declaration.input.order";

    /** More rounds than anybody needs, few enough to be read. */
    private static final int MAX_ROUND = 999;

    private final List<InputError> errors = new ArrayList<>();
    private @Nullable Integer line;

    /** Faults from here on belong to this line. */
    void at(@Nullable Integer newLine) {
        this.line = newLine;
    }

    void fault(String field, String messageKey, Object... arguments) {
        errors.add(new InputError(field, line, messageKey, List.of(arguments)));
    }

    void addAll(List<InputError> more) {
        errors.addAll(more);
    }

    List<InputError> errors() {
        return errors;
    }

    /** One line of text; empty when it has a fault. */
    String required(String field, @Nullable String raw, int longest) {
        String text = clean(raw);
        if (text.isEmpty()) {
            fault(field, REQUIRED);
            return "";
        }
        return bounded(field, text, longest, false);
    }

    /** One line of text; empty when there is none or it has a fault. */
    String optional(String field, @Nullable String raw, int longest) {
        return bounded(field, clean(raw), longest, false);
    }

    /** Several lines of text, ending in line feeds; empty when there is none or it has a fault. */
    String lines(String field, @Nullable String raw, int longest) {
        return bounded(field, clean(raw).replace("\r\n", "\n").replace('\r', '\n'), longest, true);
    }

    Optional<EmailAddress> email(String field, @Nullable String raw) {
        String text = required(field, raw, EmailAddress.MAX_LENGTH);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException e) {
            fault(field, EMAIL);
            return Optional.empty();
        }
    }

    Optional<Locale> locale(String field, @Nullable String raw) {
        String text = clean(raw);
        Optional<Locale> known = Languages.OF_SIGNATORIES.stream()
                .filter(locale -> locale.toLanguageTag().equalsIgnoreCase(text))
                .findFirst();
        if (known.isEmpty()) {
            fault(field, text.isEmpty() ? REQUIRED : LOCALE);
        }
        return known;
    }

    /** Somebody who signs when none is given, or when it has a fault. */
    SignatoryRole role(String field, @Nullable String raw) {
        String text = clean(raw);
        if (text.isEmpty()) {
            return SignatoryRole.SIGNATORY;
        }
        Optional<SignatoryRole> known = SignatoryRole.of(text);
        if (known.isEmpty()) {
            fault(field, ROLE);
        }
        return known.orElse(SignatoryRole.SIGNATORY);
    }

    /** A round from 1; 1 when it has a fault. */
    int round(String field, @Nullable String raw) {
        String text = clean(raw);
        if (text.matches("[1-9][0-9]{0,2}")) {
            return Math.min(Integer.parseInt(text), MAX_ROUND);
        }
        fault(field, text.isEmpty() ? REQUIRED : ORDER);
        return 1;
    }

    private String bounded(String field, String text, int longest, boolean ofLines) {
        if (text.codePoints().anyMatch(c -> forbidden(c, ofLines))) {
            fault(field, CONTROL);
            return "";
        }
        if (text.length() > longest) {
            fault(field, TOO_LONG, longest);
            return "";
        }
        return text;
    }

    private static String clean(@Nullable String raw) {
        return raw == null ? "" : Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
    }

    private static boolean forbidden(int c, boolean ofLines) {
        if (ofLines && (c == '\n' || c == '\t')) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            // The joiners belong to some scripts' spelling; the rest of the class is invisible or turns text around.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
