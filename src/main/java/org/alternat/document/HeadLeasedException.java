package org.alternat.document;

import java.time.Instant;

/** Somebody else has the head of the chain to themselves: nothing is wrong, it only has to be done later. */
public class HeadLeasedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    public HeadLeasedException(Instant until) {
        super("somebody signs elsewhere on the head of the chain until " + until);
        this.until = until;
    }

    /** When it is free at the latest. */
    public Instant until() {
        return until;
    }
}
