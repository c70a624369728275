package org.alternat.demo;

import java.time.Duration;
import java.util.regex.Pattern;

/** Where the simulated people read their letters. */
public interface Mailbox {

    /** A signing link as it stands in a letter. */
    Pattern LINK = Pattern.compile("(https?://\\S+/s/[A-Za-z0-9_-]{43})");

    /** A signing code as it stands in a letter: six digits on a line of their own. */
    Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{6})\\s*$");

    /**
     * Waits for a letter to this address that holds something.
     *
     * @param nth which of the letters with such a text, the oldest first, from 1
     * @return the first group of the first match in its text
     * @throws IllegalStateException when none has come in time
     */
    String await(String address, Pattern wanted, int nth, Duration atMost);
}
