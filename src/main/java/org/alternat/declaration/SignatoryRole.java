package org.alternat.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody does in a declaration, in the order in which people are numbered. */
public enum SignatoryRole {
    /** Signs for and on behalf of a party and binds it. */
    SIGNATORY,
    /** Signs as a witness, in a block apart; makes nobody a party and counts in no rule. */
    WITNESS,
    /** Gives a visa: recorded and shown, without a signature in the document. */
    APPROVER,
    /** Initials the frozen text: attests that it is the negotiated one and binds nobody. */
    NEGOTIATOR,
    /** Receives the final copy and is never asked for anything. */
    OBSERVER;

    /** True for who has a signature field in the document. */
    public boolean signs() {
        return this == SIGNATORY || this == WITNESS;
    }

    /** True for who gets an invitation. */
    public boolean isAsked() {
        return this != OBSERVER;
    }

    /** True for whose signature makes a party and counts in the rule of completion. */
    public boolean binds() {
        return this == SIGNATORY;
    }

    /** As CSV files and the API spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word, in whatever case. */
    public static Optional<SignatoryRole> of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
