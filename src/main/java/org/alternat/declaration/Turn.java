package org.alternat.declaration;

/**
 * What happened last to all open invitations of a declaration at once, so that a letter has to tell it.
 *
 * @param number counts such turns; 0 while none has happened
 */
public record Turn(Kind kind, int number) {

    /** What happened. */
    public enum Kind {
        /** Nothing yet: the invitation itself is the only letter. */
        NONE,
        /** There is more time to answer. */
        PROLONGED,
        /** After a pause, answers are taken again. */
        RESUMED
    }
}
