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

    private static final String ARCHIVE_TIMESTAMP_PREFIX = "TIMESTAMP_";

    /** Renewals that a document is prepared for. One lasts as long as its authority's certificate, years at least. */
    private static final int RENEWALS = 12;

    private SignatureFields() {}

    /** The field of the archive timestamp of this number, counted from 1. */
    public static String archiveTimestamp(int number) {
        return String.format(Locale.ROOT, ARCHIVE_TIMESTAMP_PREFIX + "%04d", number);
    }

    static boolean isArchiveTimestamp(String fieldName) {
        return fieldName.startsWith(ARCHIVE_TIMESTAMP_PREFIX);
    }

    /**
     * How many fields for archive timestamps a document gets: one for each signature that arrives without a timestamp of its
     * own, one at the end, and those of the renewals.
     */
    static int archiveTimestamps(SignaturePages pages) {
        int signatures = pages.spares().size()
                + pages.groups().stream()
                        .mapToInt(group -> group.blocks().size())
                        .sum();
        return signatures + 1 + RENEWALS;
    }

    /** The field of the signatory at this place in the order of precedence, counted from 1. */
    public static String signature(int precedence) {
        return String.format(Locale.ROOT, "SIG_%04d", precedence);
    }
}
