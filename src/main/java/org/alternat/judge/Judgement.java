package org.alternat.judge;

import java.util.List;

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
}
