package org.alternat.audit;

import java.util.OptionalLong;

/**
 * What a check of the whole trail found.
 *
 * @param entries how many entries the trail has
 * @param firstBroken the number of the first entry that is missing, out of place or changed
 */
public record AuditVerification(long entries, OptionalLong firstBroken) {

    public boolean intact() {
        return firstBroken.isEmpty();
    }
}
