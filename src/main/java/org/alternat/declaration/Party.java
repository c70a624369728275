package org.alternat.declaration;

import org.alternat.shared.EmailAddress;
import org.alternat.shared.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that is a party to a declaration.
 *
 * @param precedence its place in the order of precedence, from 1; no moment of signing changes it
 * @param side the side it stands on, such as Europe or Québec
 * @param contact receives the final copy besides the signatories
 */
public record Party(
        PartyId id,
        int precedence,
        String side,
        String name,
        String region,
        @Nullable EmailAddress contact) {}
