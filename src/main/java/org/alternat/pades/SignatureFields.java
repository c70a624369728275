package org.alternat.pades;

import java.util.Locale;

/** Names of the signature fields: of fixed width, because prefixes have confused viewers ("Sig 1" and "Sig 10"). */
public final class SignatureFields {

    /** The certification signature at the start of the chain. */
    public static final String CERTIFICATION = "SEAL_CERTIFICATION";

    /** The service's closing seal. */
    public static final String SEAL = "SEAL_CLOSING";

    /** The first archive timestamp. */
    public static final String ARCHIVE_TIMESTAMP = "TIMESTAMP_0001";

    private SignatureFields() {}

    /** The field of the signatory at this place in the order of precedence, counted from 1. */
    public static String signature(int precedence) {
        return String.format(Locale.ROOT, "SIG_%04d", precedence);
    }
}
