package org.alternat.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address to write to: the dot-string form of RFC 5321, section 4.1.2, with an ASCII domain of at least two labels.
 * Quoted local parts and address literals are refused: nobody signs a declaration from one. The domain is kept in lower
 * case, the local part as it was given.
 */
public record EmailAddress(String value) {

    /** RFC 5321, section 4.5.3.1.3: a path has 256 octets, two of them angle brackets. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern DOT_STRING = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
            + "[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    /** @throws IllegalArgumentException when the text is no address; the message does not repeat it */
    public EmailAddress {
        int at = value.lastIndexOf('@');
        if (value.length() > MAX_LENGTH || at > 64 || !DOT_STRING.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
        value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** True when both reach the same mailbox as far as anybody can tell: letter case never distinguishes two people. */
    public boolean sameMailboxAs(EmailAddress other) {
        return value.equalsIgnoreCase(other.value);
    }

    /** Masked, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }
}
