package org.alternat.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.shared.EmailAddress;

/**
 * Who every letter comes from: one constant sender, so that people and filters get to know it.
 *
 * @param name shown beside the address; may be empty
 */
record Sender(String name, EmailAddress address) {

    static final String SETTING = "alternat.mail.from";
    static final String DEFAULT = "Alternat <alternat@localhost.localdomain>";

    private static final Pattern NAME_AND_ADDRESS =
            Pattern.compile("\\s*\"?([^<>\"\\p{Cntrl}]*?)\"?\\s*<([^<>]*)>\\s*");

    /**
     * Reads {@code Name <address>} or a bare address.
     *
     * @throws IllegalArgumentException naming the setting
     */
    static Sender parse(String text) {
        Matcher both = NAME_AND_ADDRESS.matcher(text);
        try {
            return both.matches()
                    ? new Sender(
                            both.group(1).strip(),
                            new EmailAddress(both.group(2).strip()))
                    : new Sender("", new EmailAddress(text.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + " is neither \"Name <address>\" nor an address", e);
        }
    }

    String domain() {
        return address.value().substring(address.value().lastIndexOf('@') + 1);
    }
}
