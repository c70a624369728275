package org.alternat.declaration;

import java.util.Locale;
import org.alternat.shared.EmailAddress;

/**
 * A signatory as an organiser enters it.
 *
 * @param round from 1
 */
public record NewSignatory(
        String givenName,
        String familyName,
        String capacity,
        EmailAddress email,
        Locale locale,
        int round,
        SignatoryRole role) {

    public NewSignatory {
        if (round < 1 || !Languages.OF_SIGNATORIES.contains(locale)) {
            throw new IllegalArgumentException("a signatory has a round from 1 and a known locale");
        }
    }

    /** Somebody who signs for the party. */
    public NewSignatory(
            String givenName, String familyName, String capacity, EmailAddress email, Locale locale, int round) {
        this(givenName, familyName, capacity, email, locale, round, SignatoryRole.SIGNATORY);
    }
}
