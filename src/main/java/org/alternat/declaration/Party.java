package org.alternat.declaration;

import java.time.Instant;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that is a party to a declaration.
 *
 * @param precedence its place in the order of precedence, from 1; no moment of signing changes it
 * @param side the side it stands on, such as Europe or Québec
 * @param boundAt since when every signatory of it has signed for good: its own date of effect
 * @param contact receives the final copy besides the signatories
 */
public record Party(
        PartyId id,
        int precedence,
        String side,
        String name,
        String region,
        @Nullable EmailAddress contact,
        @Nullable Instant boundAt) {}
