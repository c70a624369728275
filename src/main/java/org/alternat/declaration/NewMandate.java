package org.alternat.declaration;

import org.alternat.document.ScanType;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as an organiser states it.
 *
 * @param statement which article, resolution or letter; at most {@value #MAX_STATEMENT} characters on one line
 * @param checkedBy the name of the person who has looked at it; at most {@value #MAX_CHECKED_BY} characters
 * @param type of the document that proves it; null without one
 */
public record NewMandate(
        MandateGround ground,
        String statement,
        String checkedBy,
        @Nullable ScanType type) {

    public static final int MAX_STATEMENT = 300;
    public static final int MAX_CHECKED_BY = 200;
}
