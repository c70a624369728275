package org.alternat.signing.web;

import java.time.Instant;
import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;

/** What a signatory finds behind the link: the declaration to answer, or what has become of it. */
enum Standing {
    OPEN,
    /** The rounds before are not settled yet. */
    NOT_YET,
    /** The organisers let the circulation rest. */
    PAUSED,
    /** The consent is recorded; the signature is being applied. */
    RECORDED,
    SIGNED,
    /** Signed ad referendum; the confirmation is awaited. */
    PROVISIONAL,
    /** Signed, and the declaration is sealed. */
    SEALED,
    /** Recorded as signed on paper. */
    SIGNED_ON_PAPER,
    /** A visa, which adds nothing to the document. */
    APPROVED,
    /** Initials, which add nothing to the document. */
    INITIALLED,
    REFUSED,
    EXPIRED,
    WITHDRAWN,
    /** Another declaration, with a corrected text, has taken its place. */
    SUPERSEDED,
    /** The circulation is over, in whatever way. */
    CLOSED;

    /**
     * @param paused whether the organisers let the circulation rest
     * @param now the deadline counts to the second, also while nobody has noticed yet that it has passed
     */
    static Standing of(Declaration declaration, Signatory signatory, boolean paused, Instant now) {
        // A pause stops the clock: what its end finds passed is prolonged first.
        Standing standing = of(declaration, signatory, paused ? Instant.MIN : now);
        return paused && standing == OPEN ? PAUSED : standing;
    }

    private static Standing of(Declaration declaration, Signatory signatory, Instant now) {
        return switch (declaration.state()) {
            case CIRCULATING -> answer(signatory, now.isBefore(declaration.answerableUntil()));
            case WITHDRAWN -> WITHDRAWN;
            case SUPERSEDED -> SUPERSEDED;
            case SEALED, ARCHIVED -> signatory.state() == SignatoryState.SIGNED ? SEALED : over(signatory.state());
            case DRAFT, INCOMPLETE -> over(signatory.state());
        };
    }

    /** The document can be read by who has proved the code. */
    boolean mayRead() {
        return switch (this) {
            case OPEN, RECORDED, SIGNED, PROVISIONAL, SEALED, APPROVED, INITIALLED -> true;
            default -> false;
        };
    }

    /** Something is still to be done here, by whoever proves the code. */
    boolean awaitsAnswer() {
        return this == OPEN || this == PROVISIONAL;
    }

    /** How message keys name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Standing unanswered(Signatory signatory, boolean inTime) {
        if (!inTime) {
            return EXPIRED;
        }
        return signatory.asked() ? OPEN : NOT_YET;
    }

    private static Standing answer(Signatory signatory, boolean inTime) {
        return switch (signatory.state()) {
            // A letter can arrive a moment before the mark that it has left.
            case WAITING, INVITED -> unanswered(signatory, inTime);
            case OBSERVING -> NOT_YET;
            case SIGNED_ON_PAPER -> SIGNED_ON_PAPER;
            case APPROVED -> APPROVED;
            case INITIALLED -> INITIALLED;
            case CONSENTED -> RECORDED;
            case SIGNED -> signatory.isProvisional() ? PROVISIONAL : SIGNED;
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
        };
    }

    private static Standing over(SignatoryState state) {
        return switch (state) {
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
            case SIGNED_ON_PAPER -> SIGNED_ON_PAPER;
            case APPROVED -> APPROVED;
            case INITIALLED -> INITIALLED;
            default -> CLOSED;
        };
    }
}
