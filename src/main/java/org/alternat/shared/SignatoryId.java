package org.alternat.shared;

import java.util.UUID;

/** Names a signatory of one declaration. */
public record SignatoryId(UUID value) {

    public static SignatoryId random() {
        return new SignatoryId(UUID.randomUUID());
    }

    /**
     * Reads the textual form of RFC 9562, section 4.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static SignatoryId parse(String text) {
        return new SignatoryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
