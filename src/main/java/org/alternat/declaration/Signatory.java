package org.alternat.declaration;

import java.time.Instant;
import java.util.Locale;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PartyId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/**
 * The natural person who signs for and on behalf of a party, in a capacity, or has another {@link SignatoryRole}.
 *
 * @param precedence the place of the signature block over the whole declaration, from 1
 * @param role what the person is asked for
 * @param asked whether the round has begun: nobody answers before
 * @param round who is asked together: round 1 first, the next one when it is settled
 * @param locale the language of letters and pages, one of {@link Languages#OF_SIGNATORIES}
 * @param givenName empty while the person is to be confirmed, as is {@code familyName}; {@code capacity} may be
 * @param email null while the person is to be confirmed: nothing is sent then
 * @param version counts the persons who have held this place, 1 at first
 * @param answeredAt when the person consented or refused, or when a signature on paper was recorded
 * @param adReferendum whether the person signed subject to confirmation by the party
 * @param confirmedAt when the party confirmed
 * @param onBehalfOf for whom a delegate acts, as the signature names that person; null for whoever acts in their own name
 * @param attendance where the person was who consented or refused; null without such an answer, or where it was not recorded
 * @param revision the number of the revision that carries the signature
 */
public record Signatory(
        SignatoryId id,
        DeclarationId declarationId,
        PartyId partyId,
        int precedence,
        int round,
        SignatoryRole role,
        boolean asked,
        String givenName,
        String familyName,
        String capacity,
        @Nullable EmailAddress email,
        Locale locale,
        int version,
        SignatoryState state,
        @Nullable Instant invitedAt,
        @Nullable Instant answeredAt,
        @Nullable String refusalReason,
        @Nullable Instant signedAt,
        @Nullable Integer revision,
        boolean adReferendum,
        @Nullable Instant confirmedAt,
        @Nullable String onBehalfOf,
        @Nullable Attendance attendance) {

    /** What stands for a name that is not known yet ({@code nomen nominandum}), where no reader's language is known either. */
    public static final String NAME_TO_COME = "N. N.";

    /** As the person writes it: given name first, no letter's case changed; {@link #NAME_TO_COME} for nobody yet. */
    public String fullName() {
        return isNamed() ? givenName + " " + familyName : NAME_TO_COME;
    }

    /** False while the party has still to say who signs for it. */
    public boolean isNamed() {
        return email != null;
    }

    /**
     * Where letters to this person go.
     *
     * @throws IllegalStateException while nobody is named: whoever writes asks first
     */
    public EmailAddress mailbox() {
        if (email == null) {
            throw new IllegalStateException("nobody holds the place of signatory " + id + " yet");
        }
        return email;
    }

    /** Whether this person is written to at that address; nobody is while nobody is named. */
    public boolean isAt(@Nullable EmailAddress address) {
        return email != null && address != null && email.sameMailboxAs(address);
    }

    /** Signed ad referendum and not confirmed: the rule of completion does not see it. */
    public boolean isProvisional() {
        return adReferendum && confirmedAt == null;
    }

    /** The instant of the last thing that happened to this signatory, where one is known. */
    public @Nullable Instant lastInstant() {
        if (confirmedAt != null) {
            return confirmedAt;
        }
        if (signedAt != null) {
            return signedAt;
        }
        return answeredAt != null ? answeredAt : invitedAt;
    }

    /** Only ids and the state: a name or an address must not reach a log by accident. */
    @Override
    public String toString() {
        return "Signatory[" + id + ", " + state + "]";
    }
}
