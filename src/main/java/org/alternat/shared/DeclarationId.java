package org.alternat.shared;

import java.util.UUID;

/** Names a declaration; random, never reused, no secret. */
public record DeclarationId(UUID value) {

    public static DeclarationId random() {
        return new DeclarationId(UUID.randomUUID());
    }

    /**
     * Reads the textual form of RFC 9562, section 4.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static DeclarationId parse(String text) {
        return new DeclarationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
