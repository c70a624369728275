package org.alternat.declaration.input;

import java.util.Locale;
import org.alternat.shared.Publicity;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the European Regional Development Fund asks to be said of it, in its own words. */
@Component
public class OfficialMention {

    private final MessageSource messages;

    OfficialMention(MessageSource messages) {
        this.messages = messages;
    }

    /** The fund's sentence in each language and the emblem, without a logo. */
    public Publicity publicity() {
        return new Publicity(true, in("fr"), in("nl"), in("en"), true, null);
    }

    private String in(String language) {
        return messages.getMessage("declaration.publicity.official", null, Locale.forLanguageTag(language));
    }
}
