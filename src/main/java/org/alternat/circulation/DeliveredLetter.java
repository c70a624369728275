package org.alternat.circulation;

import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/**
 * One letter to one recipient.
 *
 * @param recipientKey the recipient's id as the letter's own package reads it
 * @param about the signatory of whom the letter tells, where it tells of one
 */
record DeliveredLetter(
        DeclarationId declarationId,
        LetterKind kind,
        String recipientKey,
        @Nullable SignatoryId about) {}
