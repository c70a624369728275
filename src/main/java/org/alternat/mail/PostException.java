package org.alternat.mail;

import java.util.regex.Pattern;

/** A message was not taken. Carries what the other side said, never the mail library's exception: that one quotes addresses. */
final class PostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
    private static final int LONGEST = 500;

    private final String answer;
    private final boolean addressRefused;

    PostException(String answer) {
        this(answer, false);
    }

    PostException(String answer, boolean addressRefused) {
        super("message not taken");
        this.answer = withoutAddresses(answer);
        this.addressRefused = addressRefused;
    }

    /** Whether the server said, for good, that the address does not work. */
    boolean addressRefused() {
        return addressRefused;
    }

    String answer() {
        return answer;
    }

    /** One line of at most 500 characters in which every address is replaced: an organiser needs the reason, not the mailbox. */
    static String withoutAddresses(String text) {
        String line = Recipient.oneLine(ADDRESS.matcher(text).replaceAll("(address)"));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
