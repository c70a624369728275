package org.alternat.judge;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the judge found in one file.
 *
 * @param unsignedBytes how many bytes follow the last one that a signature or a document timestamp covers
 * @param simpleReport DSS's simple report, XML
 * @param detailedReport DSS's detailed report, XML
 * @param etsiReport the validation report of ETSI TS 119 102-2, XML
 */
public record Judgement(
        List<JudgedSignature> signatures,
        List<JudgedTimestamp> timestamps,
        long unsignedBytes,
        String simpleReport,
        String detailedReport,
        String etsiReport) {

    /**
     * Whether there is a signature, every signature and timestamp passed, and nothing stands in the file that none of them
     * covers. A file without signatures has not passed anything.
     */
    public boolean allPassed() {
        return !signatures.isEmpty()
                && unsignedBytes == 0
                && signatures.stream().allMatch(JudgedSignature::passed)
                && timestamps.stream().allMatch(JudgedTimestamp::passed);
    }

    /**
     * Whether the signature in this field passed, and all others did or would have if the file carried data on revocation, which
     * come with the archive timestamp at the end: DSS cannot conclude on a chain (EN 319 102-1, clause 5.2.6) in which it
     * finds nothing wrong.
     *
     * @param behind how many bytes are known to stand behind the last signature or timestamp
     */
    public boolean accepts(String fieldName, long behind) {
        return unsignedBytes == behind
                && signatures.stream().anyMatch(one -> fieldName.equals(one.fieldName()) && one.passed())
                && signatures.stream()
                        .allMatch(one -> one.passed()
                                || (!fieldName.equals(one.fieldName()) && lacksRevocationData(one.subIndication())))
                && timestamps.stream().allMatch(one -> one.passed() || lacksRevocationData(one.subIndication()));
    }

    /** Whether a timestamp of the signature in this field lacks data on revocation, and nothing else can be said against it. */
    public boolean lacksProofOfTimestamps(String fieldName) {
        return signatures.stream()
                .filter(one -> fieldName.equals(one.fieldName()))
                .anyMatch(one -> timestamps.stream()
                        .anyMatch(timestamp -> timestamp.signatureIds().contains(one.id())
                                && !timestamp.passed()
                                && lacksRevocationData(timestamp.subIndication())));
    }

    private static boolean lacksRevocationData(@Nullable String subIndication) {
        return "CERTIFICATE_CHAIN_GENERAL_FAILURE".equals(subIndication) || "TRY_LATER".equals(subIndication);
    }

    /** Every signature and timestamp that did not pass, with the judge's reasons, and bytes that nothing covers. */
    public List<String> objections() {
        return Stream.of(
                        signatures.stream()
                                .filter(signature -> !signature.passed())
                                .map(signature -> objection(
                                        signature.fieldName() == null ? signature.id() : signature.fieldName(),
                                        signature.indication(),
                                        signature.subIndication(),
                                        signature.errors())),
                        timestamps.stream()
                                .filter(timestamp -> !timestamp.passed())
                                .map(timestamp -> objection(
                                        timestamp.type() + " of " + timestamp.productionTime(),
                                        timestamp.indication(),
                                        timestamp.subIndication(),
                                        timestamp.errors())),
                        Stream.of(unsignedBytes).filter(bytes -> bytes != 0).map(bytes -> bytes + " unsigned bytes"))
                .flatMap(Function.identity())
                .toList();
    }

    private static String objection(
            String subject, Indication indication, @Nullable String subIndication, List<String> errors) {
        return subject + " " + indication + (subIndication == null ? "" : " " + subIndication) + " " + errors;
    }
}
