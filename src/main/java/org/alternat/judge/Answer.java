package org.alternat.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the child writes: either a problem, or all the rest. */
record Answer(
        @Nullable String problem,
        @Nullable List<JudgedSignature> signatures,
        @Nullable List<JudgedTimestamp> timestamps,
        long unsignedBytes,
        @Nullable String simpleReport,
        @Nullable String detailedReport,
        @Nullable String etsiReport) {

    Judgement judgement() {
        if (problem != null) {
            throw new UnjudgeableFileException("The judge cannot read the file: " + problem);
        }
        if (signatures == null
                || timestamps == null
                || simpleReport == null
                || detailedReport == null
                || etsiReport == null) {
            throw new JudgeUnavailableException("The judge's answer is not complete");
        }
        return new Judgement(signatures, timestamps, unsignedBytes, simpleReport, detailedReport, etsiReport);
    }
}
