package org.alternat.verification;

import org.alternat.judge.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * What the judge, who shares no code with our verifier, says of the same file.
 *
 * @param judgement present unless there is none
 */
public record Opinion(Kind kind, @Nullable Judgement judgement) {

    /** How the two relate. */
    public enum Kind {
        /** Both find the file whole, or neither does. */
        AGREES,
        /** One finds the file whole and the other does not: nobody should rely on it. */
        DISAGREES,
        /** There is nothing signed to judge. */
        NOT_ASKED,
        /** The judge was busy with other files. */
        BUSY,
        /** No judgement came in time. */
        UNAVAILABLE,
        /** The judge cannot read the file. */
        UNREADABLE
    }
}
