package org.alternat.access;

import java.util.Locale;
import java.util.Set;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A person who logs in. The principal of every staff request, whichever door it came through. */
public record StaffMember(
        StaffId staffId, String displayName, EmailAddress email, Locale locale, Set<StaffRole> roles, boolean disabled)
        implements StaffIdentity, AuthenticatedPrincipal {

    @Override
    public String getName() {
        return displayName;
    }

    /** The id alone: names stay out of the log. */
    @Override
    public String toString() {
        return "staff:" + staffId;
    }
}
