package org.alternat.mail;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a mail server's refusal means (RFC 5321, section 4.2; RFC 3463, section 3). */
final class SmtpAnswers {

    private static final Pattern ENHANCED = Pattern.compile("\\b5\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private SmtpAnswers() {}

    /**
     * True when the address does not work, for good. A permanent answer to RCPT says so unless its enhanced code speaks of
     * something else, such as a policy against us (5.7.x) or a full mailbox (5.2.2); one to MAIL or DATA only when its
     * enhanced code names the address (5.1.x) or a mailbox that is closed (5.2.1).
     */
    static boolean addressRefused(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException outer; e = outer.getNextException()) {
            if (e instanceof SMTPAddressFailedException rcpt && rcpt.getReturnCode() / 100 == 5) {
                return aboutAddress(e.getMessage(), true);
            }
            if (e instanceof SMTPSendFailedException send && send.getReturnCode() / 100 == 5) {
                return aboutAddress(e.getMessage(), false);
            }
        }
        return false;
    }

    /** The same of a status that a delivery report gives (RFC 3464, section 2.3.4). */
    static boolean isAboutAddress(String status) {
        return aboutAddress(status, false);
    }

    private static boolean aboutAddress(@Nullable String answer, boolean otherwise) {
        Matcher code = ENHANCED.matcher(String.valueOf(answer));
        if (!code.find()) {
            return otherwise;
        }
        return code.group(1).equals("1")
                || (code.group(1).equals("2") && code.group(2).equals("1"));
    }
}
