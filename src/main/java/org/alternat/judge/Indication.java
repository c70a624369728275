package org.alternat.judge;

/** A verdict of EN 319 102-1: the first two are said of signatures and timestamps that hold, and INDETERMINATE is never a yes. */
public enum Indication {
    TOTAL_PASSED,
    PASSED,
    INDETERMINATE,
    TOTAL_FAILED,
    FAILED;

    public boolean passed() {
        return this == TOTAL_PASSED || this == PASSED;
    }
}
