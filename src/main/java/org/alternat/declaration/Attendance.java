package org.alternat.declaration;

import java.util.Locale;

/** Where somebody was who answered. */
public enum Attendance {
    /** At the desk: a member of the staff gave them a code in person. */
    PRESENT,
    /** Anywhere: by the link and the code that came by mail. */
    REMOTE;

    /** How message keys and files name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
