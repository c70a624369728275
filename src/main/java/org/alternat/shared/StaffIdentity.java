package org.alternat.shared;

import java.util.Locale;

/** Who is logged in: the authenticated principal of every staff request, whichever door it came through. */
public interface StaffIdentity {

    StaffId staffId();

    String displayName();

    EmailAddress email();

    /** The language this person reads. */
    Locale locale();
}
