package org.alternat.access;

import java.util.Set;
import org.alternat.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * An open door for one new member of staff.
 *
 * @param email whom it is for; null for the first organiser, who says it
 */
public record StaffInvitation(@Nullable EmailAddress email, Set<StaffRole> roles) {}
