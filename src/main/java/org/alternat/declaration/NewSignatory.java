package org.alternat.declaration;

import java.util.Locale;
import org.alternat.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A signatory as an organiser enters it.
 *
 * @param givenName empty for somebody who is to be confirmed, as {@code familyName} is then; {@code capacity} may be
 * @param email null for somebody who is to be confirmed
 * @param round from 1
 */
public record NewSignatory(
        String givenName,
        String familyName,
        String capacity,
        @Nullable EmailAddress email,
        Locale locale,
        int round,
        SignatoryRole role) {

    public NewSignatory {
        if (round < 1 || !Languages.OF_SIGNATORIES.contains(locale)) {
            throw new IllegalArgumentException("a signatory has a round from 1 and a known locale");
        }
        if (email == null && (!givenName.isEmpty() || !familyName.isEmpty() || !role.isAsked())) {
            throw new IllegalArgumentException("only somebody who is to be confirmed, and asked, has no address");
        }
    }

    /** Somebody who signs for the party. */
    public NewSignatory(
            String givenName, String familyName, String capacity, EmailAddress email, Locale locale, int round) {
        this(givenName, familyName, capacity, email, locale, round, SignatoryRole.SIGNATORY);
    }
}
