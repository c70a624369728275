package org.alternat.shared;

import java.util.UUID;

/** Names a party of one declaration. */
public record PartyId(UUID value) {

    public static PartyId random() {
        return new PartyId(UUID.randomUUID());
    }

    /**
     * Reads the textual form of RFC 9562, section 4.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static PartyId parse(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
