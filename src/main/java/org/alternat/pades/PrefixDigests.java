package org.alternat.pades;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The digests that the signatures of one file are over, each byte read once per algorithm: every signature covers what the
 * one before covered, so a running digest is cloned where the next one leaves its gap.
 */
final class PrefixDigests {

    private static final Map<String, String> NAMES = Map.of(
            "1.2.840.113549.2.5", "MD5",
            "1.3.14.3.2.26", "SHA-1",
            "2.16.840.1.101.3.4.2.4", "SHA-224",
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512",
            "2.16.840.1.101.3.4.2.8", "SHA3-256",
            "2.16.840.1.101.3.4.2.9", "SHA3-384",
            "2.16.840.1.101.3.4.2.10", "SHA3-512");

    private final byte[] bytes;
    private final Map<String, Running> running = new HashMap<>();

    PrefixDigests(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A digest by its object identifier; nothing when this service does not know it. */
    static Optional<MessageDigest> digest(String oid) {
        String name = NAMES.get(oid);
        try {
            return name == null ? Optional.empty() : Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform has " + name, e);
        }
    }

    static boolean isWeak(String oid) {
        return "MD5".equals(NAMES.get(oid)) || "SHA-1".equals(NAMES.get(oid));
    }

    /** The digest over everything up to {@code end} but the gap; gaps are asked for in rising order. */
    Optional<byte[]> around(String oid, int gapFrom, int gapTo, int end) {
        Running state = running.get(oid);
        if (state == null || state.upTo > gapFrom) {
            Optional<MessageDigest> fresh = digest(oid);
            if (fresh.isEmpty()) {
                return Optional.empty();
            }
            state = new Running(fresh.get());
            running.put(oid, state);
        }
        state.digest.update(bytes, state.upTo, gapFrom - state.upTo);
        state.upTo = gapFrom;
        MessageDigest copy = copy(state.digest);
        copy.update(bytes, gapTo, end - gapTo);
        return Optional.of(copy.digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's digests can be cloned", e);
        }
    }

    private static final class Running {

        private final MessageDigest digest;
        private int upTo;

        private Running(MessageDigest digest) {
            this.digest = digest;
        }
    }
}
