package org.alternat.declaration.input;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.alternat.declaration.CompletionRule;
import org.alternat.declaration.OrderOfPrecedence;
import org.alternat.declaration.Terms;
import org.alternat.moment.City;
import org.jspecify.annotations.Nullable;

/** Reads the terms under which a declaration circulates, or names what is wrong with each of them. */
final class TermsReader {

    private TermsReader() {}

    /** Empty when there is a fault, which the fields then know. */
    static Optional<Terms> read(
            FieldReader fields, TermsInput input, Optional<ZoneId> zone, Optional<Instant> deadline) {
        String ruleText = text(input.rule(), CompletionRule.ALL.toString());
        Optional<CompletionRule> rule = CompletionRule.parse(ruleText);
        if (rule.isEmpty()) {
            fields.fault("completionRule", "declaration.input.rule");
        }
        String orderText = text(input.order(), OrderOfPrecedence.FIXED_LIST.toString());
        Optional<OrderOfPrecedence> order = OrderOfPrecedence.parse(orderText);
        if (order.isEmpty()) {
            fields.fault("orderOfPrecedence", "declaration.input.precedence");
        }
        Optional<Instant> openUntil = openUntil(fields, input.openUntil(), zone, deadline);
        Optional<List<City>> cities = City.parse(text(input.cities(), ""), zone.orElse(ZoneId.of("UTC")));
        if (cities.isEmpty()) {
            fields.fault("cities", "declaration.input.cities", City.MOST);
        }
        if (rule.isEmpty() || order.isEmpty() || cities.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Terms(rule.get(), openUntil.orElse(null), order.get(), input.adReferendum(), cities.get()));
    }

    private static Optional<Instant> openUntil(
            FieldReader fields, @Nullable String raw, Optional<ZoneId> zone, Optional<Instant> deadline) {
        String text = text(raw, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> instant = DeadlineReader.instant(text, zone.orElse(ZoneId.of("UTC")));
        if (instant.isEmpty()) {
            fields.fault("openUntil", "declaration.input.deadline");
        } else if (deadline.isPresent() && !instant.get().isAfter(deadline.get())) {
            fields.fault("openUntil", "declaration.input.openUntil");
        } else if (instant.get().isAfter(DeadlineReader.FARTHEST)) {
            fields.fault("openUntil", "declaration.input.deadlineTooFar");
        }
        return instant;
    }

    private static String text(@Nullable String raw, String otherwise) {
        String text = Normalizer.normalize(Objects.requireNonNullElse(raw, ""), Normalizer.Form.NFC)
                .strip();
        return text.isEmpty() ? otherwise : text;
    }
}
