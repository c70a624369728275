package org.alternat.declaration.web;

import java.util.List;
import java.util.Map;
import org.alternat.declaration.input.InputError;
import org.springframework.validation.BindingResult;

/** Brings each fault to the field it belongs to. */
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
            binding.rejectValue(
                    property(error.field()),
                    error.messageKey(),
                    error.arguments().toArray(),
                    null);
        }
    }

    private static String property(String field) {
        if (field.startsWith("texts.")) {
            return "texts[" + field.substring("texts.".length()) + "]";
        }
        if (field.startsWith("versions.")) {
            String[] parts = field.split("\\.", -1);
            return (field.endsWith(".standing") ? "standings[" : "fromPages[") + parts[1] + "]";
        }
        return PROPERTIES.getOrDefault(field, field);
    }
}
