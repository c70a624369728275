package org.alternat.pki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The digests that a timestamp's imprint may be made with (ETSI TS 119 312, clause 5.2). */
enum TimestampDigest {
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1"),
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2"),
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3");

    private final String algorithm;
    private final String identifier;

    TimestampDigest(String algorithm, String identifier) {
        this.algorithm = algorithm;
        this.identifier = identifier;
    }

    static Optional<TimestampDigest> of(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(digest -> digest.identifier.equals(identifier.getId()))
                .findFirst();
    }

    ASN1ObjectIdentifier identifier() {
        return new ASN1ObjectIdentifier(identifier);
    }

    byte[] of(byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform has " + algorithm, e);
        }
    }
}
