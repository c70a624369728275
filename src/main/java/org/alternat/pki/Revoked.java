package org.alternat.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The service's certificates that the operator has revoked, by serial number. One-shot certificates cannot be among them: they say
 * that nothing ever revokes them.
 */
record Revoked(Map<BigInteger, Instant> since) {

    static final String SETTING = "alternat.pki.revoked";

    /** @param settings instants by serial number in hexadecimal digits */
    static Revoked of(Map<String, Instant> settings) {
        Map<BigInteger, Instant> since = new LinkedHashMap<>();
        settings.forEach((serial, instant) -> {
            try {
                since.put(new BigInteger(serial.replace(":", ""), 16), instant);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        SETTING + ": a serial number is written in hexadecimal digits, not as " + serial, e);
            }
        });
        return new Revoked(Map.copyOf(since));
    }

    Optional<Instant> at(BigInteger serial) {
        return Optional.ofNullable(since.get(serial));
    }
}
