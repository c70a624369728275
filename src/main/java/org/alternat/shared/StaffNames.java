package org.alternat.shared;

import java.util.Optional;

/** Knows what members of staff are called, those without access any more included. */
public interface StaffNames {

    /** Empty for somebody who was never a member of the staff. */
    Optional<String> nameOf(StaffId id);
}
