package org.alternat.declaration;

import java.util.List;
import java.util.Locale;
import org.alternat.declaration.CompletionRule.Condition;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A rule of completion as a sentence that people read. */
@Component
public class RuleWording {

    private final MessageSource messages;

    RuleWording(MessageSource messages) {
        this.messages = messages;
    }

    /** For instance: the declaration takes effect once it has been signed by at least 15 parties of "Europe" and by "TIESS". */
    public String sentence(CompletionRule rule, Locale locale) {
        List<String> who = rule.conditions().stream()
                .map(condition -> who(condition, locale))
                .toList();
        String last = who.get(who.size() - 1);
        String all =
                who.size() == 1 ? last : say(locale, "and", String.join(", ", who.subList(0, who.size() - 1)), last);
        return say(locale, "sentence", all);
    }

    /** Why these parties can never meet it. */
    public String fault(CompletionRule.Fault fault, Locale locale) {
        return fault.kind() == CompletionRule.Fault.Kind.TOO_MANY
                        && fault.name().isEmpty()
                ? say(locale, "fault.TOO_MANY_OF_ALL", fault.asked(), fault.there())
                : say(locale, "fault." + fault.kind(), fault.name(), fault.asked(), fault.there());
    }

    private String who(Condition condition, Locale locale) {
        if (condition instanceof CompletionRule.AtLeast some) {
            return some.side() == null
                    ? say(locale, "least", some.number())
                    : say(locale, "leastOf", some.number(), some.side());
        }
        if (condition instanceof CompletionRule.Named named) {
            return say(locale, "party", named.party());
        }
        String side = ((CompletionRule.All) condition).side();
        return side == null ? say(locale, "all") : say(locale, "allOf", side);
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage("declaration.rule." + key, arguments, locale);
    }
}
