package org.alternat.access;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member of staff may do; becomes the authority {@code ROLE_<name>}. */
public enum StaffRole {
    /** Prepares declarations, circulates them, invites staff. */
    ORGANISER,
    /** Finds archived declarations and takes packages away. */
    ARCHIVIST,
    /** Reads everything, changes nothing. */
    AUDITOR;

    static String written(Set<StaffRole> roles) {
        return roles.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<StaffRole> read(String roles) {
        return Arrays.stream(roles.split(",", -1)).map(StaffRole::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
