package org.alternat.pki;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One outside timestamp authority, as the settings describe it; a bare address is one with nothing but defaults.
 *
 * @param address where it answers (RFC 3161, section 3.4)
 * @param timeout how long one answer may take; {@code alternat.pki.timestamp-timeout} when it is left out
 * @param digest what the imprint of a signature timestamp is made with; archive timestamps are always over SHA-256, the digest
 *     that the chain keeps running
 * @param pace requests that it takes within {@code pacePeriod}; any number when it is left out
 * @param pacePeriod the window in which {@code pace} counts, wherever it begins
 * @param failures failures in a row after which it is left alone
 * @param rest how long it is left alone then
 */
record TimestampSource(
        @Nullable URI address,
        @Nullable Duration timeout,
        @DefaultValue("sha-256") TimestampDigest digest,
        @Nullable Integer pace,
        @DefaultValue("1m") Duration pacePeriod,
        @DefaultValue("3") int failures,
        @DefaultValue("30s") Duration rest) {

    static final String SETTING = "alternat.pki.timestamp-authorities";

    TimestampSource {
        if (address == null
                || address.getHost() == null
                || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(SETTING + ": an authority has an http or https address, not " + address);
        }
        if ((pace != null && pace < 1) || pacePeriod.isNegative() || pacePeriod.isZero()) {
            throw new IllegalArgumentException(SETTING + ": the pace of " + address + " must be at least one request");
        }
        if (failures < 1 || rest.isNegative() || rest.isZero()) {
            throw new IllegalArgumentException(
                    SETTING + ": " + address + " needs at least one failure and some time to rest after it");
        }
    }

    /** Lets a plain list of addresses stand where a list of authorities is expected. */
    public static TimestampSource valueOf(String address) {
        return new TimestampSource(
                URI.create(address.strip()),
                null,
                TimestampDigest.SHA_256,
                null,
                Duration.ofMinutes(1),
                3,
                Duration.ofSeconds(30));
    }

    URI uri() {
        return java.util.Objects.requireNonNull(address);
    }
}
