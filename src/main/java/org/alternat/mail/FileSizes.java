package org.alternat.mail;

import java.text.NumberFormat;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says how large a file is, in the reader's units. */
@Component
public class FileSizes {

    private final MessageSource messages;

    FileSizes(MessageSource messages) {
        this.messages = messages;
    }

    /** The size in decimal megabytes, or kilobytes below one. */
    public String size(long bytes, Locale locale) {
        boolean mega = bytes >= 1_000_000;
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(mega ? 1 : 0);
        String written = number.format(bytes / (mega ? 1e6 : 1e3)).replace('\u202f', '\u00a0');
        return messages.getMessage(mega ? "letters.size.mb" : "letters.size.kb", new Object[] {written}, locale);
    }
}
