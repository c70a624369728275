package org.alternat.mail;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.alternat.shared.EmailAddress;

/** A person or an organisation with its mailbox. The name is kept on one line: a line break in it would start a new header. */
public record Recipient(String name, EmailAddress address) {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    public Recipient {
        name = oneLine(name);
    }

    /** Masked, as the address is. */
    @Override
    public String toString() {
        return address.toString();
    }

    /** Control, format and line-breaking characters become one space; the rest is kept, in Unicode's composed form. */
    static String oneLine(String text) {
        return BREAKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }
}
