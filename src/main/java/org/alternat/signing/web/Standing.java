package org.alternat.signing.web;

import java.util.Locale;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;

/** What a signatory finds behind the link: the declaration to answer, or what has become of it. */
enum Standing {
    OPEN,
    /** The consent is recorded; the signature is being applied. */
    RECORDED,
    SIGNED,
    /** Signed, and the declaration is sealed. */
    SEALED,
    REFUSED,
    EXPIRED,
    WITHDRAWN,
    /** The circulation is over, in whatever way. */
    CLOSED;

    static Standing of(Declaration declaration, Signatory signatory) {
        return switch (declaration.state()) {
            case CIRCULATING -> answer(signatory.state());
            case WITHDRAWN -> WITHDRAWN;
            case SEALED, ARCHIVED -> signatory.state() == SignatoryState.SIGNED ? SEALED : over(signatory.state());
            case DRAFT, INCOMPLETE -> over(signatory.state());
        };
    }

    /** The document can be read by who has proved the code. */
    boolean mayRead() {
        return this == OPEN || this == RECORDED || this == SIGNED || this == SEALED;
    }

    /** How message keys name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Standing answer(SignatoryState state) {
        return switch (state) {
            // A letter can arrive a moment before the mark that it has left.
            case WAITING, INVITED -> OPEN;
            case CONSENTED -> RECORDED;
            case SIGNED -> SIGNED;
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
        };
    }

    private static Standing over(SignatoryState state) {
        return switch (state) {
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
            default -> CLOSED;
        };
    }
}
