package org.alternat.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which token keeps the keys.
 *
 * @param library the PKCS#11 library of the token's maker
 * @param slot the slot's number as the library tells it; the first slot when it is left out
 * @param pin the user's PIN; better from the environment than from a file that is shared
 * @param pinFile a file that holds the PIN and nothing else, in the place of {@code pin}
 */
record Pkcs11Settings(
        Path library,
        @Nullable Long slot,
        @Nullable String pin,
        @Nullable Path pinFile) {

    static final String SETTING = "alternat.pki.pkcs11";

    char[] readPin() {
        if (pin != null && !pin.isBlank()) {
            return pin.toCharArray();
        }
        if (pinFile == null) {
            throw new IllegalStateException(
                    SETTING + ".pin-file: the token needs its PIN, in that file or in " + SETTING + ".pin");
        }
        try {
            return Files.readString(pinFile).strip().toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ".pin-file: " + pinFile + " cannot be read", e);
        }
    }

    /** Without the PIN, which belongs into no log. */
    @Override
    public String toString() {
        return "Pkcs11Settings[" + library + ", slot " + slot + "]";
    }
}
