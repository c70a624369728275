package org.alternat.declaration;

import java.time.Instant;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked to be represented by somebody else of the same party.
 *
 * @param number counts what this place's holders have asked for, from 1
 * @param personVersion who of them asked
 * @param to the delegate
 * @param decision what came of it; null while nothing has
 */
public record Delegation(
        SignatoryId signatoryId,
        int number,
        DeclarationId declarationId,
        int personVersion,
        Person to,
        Instant askedAt,
        @Nullable Decision decision) {

    /** What came of it. */
    public enum Decision {
        /** The delegate holds the place now. */
        GIVEN,
        /** An organiser would rather have the signatory's own answer. */
        DECLINED
    }
}
