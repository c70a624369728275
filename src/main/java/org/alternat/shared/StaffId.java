package org.alternat.shared;

import java.util.UUID;

/** Names a person who logs in: organiser, archivist or auditor. */
public record StaffId(UUID value) {

    public static StaffId random() {
        return new StaffId(UUID.randomUUID());
    }

    /**
     * Reads the textual form of RFC 9562, section 4.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static StaffId parse(String text) {
        return new StaffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
