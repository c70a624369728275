package org.alternat.judge.process;

import java.util.List;

/**
 * What the judge says. Instants are ISO 8601; what does not apply is absent.
 *
 * @param problem set when the file could not be judged at all; everything else is absent then
 * @param unsignedBytes how many bytes follow the last one that a signature or a document timestamp covers
 */
record Answer(
        String problem,
        List<Signature> signatures,
        List<Timestamp> timestamps,
        long unsignedBytes,
        String simpleReport,
        String detailedReport,
        String etsiReport) {

    static Answer unreadable(String why) {
        return new Answer(why, null, null, 0, null, null, null);
    }

    record Signature(
            String id,
            String fieldName,
            String commonName,
            String organisation,
            String claimedTime,
            String bestSignatureTime,
            String level,
            String indication,
            String subIndication,
            List<String> errors,
            List<String> warnings) {}

    record Timestamp(
            String id,
            String type,
            String fieldName,
            String commonName,
            String organisation,
            String productionTime,
            List<String> signatureIds,
            String indication,
            String subIndication,
            List<String> errors,
            List<String> warnings) {}
}
