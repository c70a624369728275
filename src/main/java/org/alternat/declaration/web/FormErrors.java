package org.alternat.declaration.web;

import java.util.List;
import java.util.Map;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.SignatoryCsv;
import org.springframework.validation.BindingResult;

/** Brings each fault to the field it belongs to. Those with a line are shown as a list of their own. */
final class FormErrors {

    private static final Map<String, String> PROPERTIES = Map.of(
            "given_name", "givenName",
            "family_name", "familyName",
            "completionRule", "terms.everybody",
            "openUntil", "terms.openUntil",
            "orderOfPrecedence", "terms.host",
            "cities", "terms.cities");

    private FormErrors() {}

    static void into(BindingResult binding, List<InputError> errors) {
        for (InputError error : errors) {
            if (error.line() == null) {
                binding.rejectValue(
                        property(error.field()),
                        error.messageKey(),
                        error.arguments().toArray(),
                        null);
            }
        }
        if (errors.stream().anyMatch(error -> error.line() != null)) {
            binding.rejectValue(SignatoryCsv.FIELD, "declaration.csv.faulty");
        }
    }

    static List<InputError> withLines(List<InputError> errors) {
        return errors.stream().filter(error -> error.line() != null).toList();
    }

    private static String property(String field) {
        if (field.startsWith("texts.")) {
            return "texts[" + field.substring("texts.".length()) + "]";
        }
        return PROPERTIES.getOrDefault(field, field);
    }
}
