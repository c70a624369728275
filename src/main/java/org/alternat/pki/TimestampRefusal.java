package org.alternat.pki;

import java.util.Map;
import java.util.StringJoiner;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TimeStampResponse;

/** Why an authority refused, by the words of RFC 3161, section 2.4.2: status, failure info, and what it says itself. */
final class TimestampRefusal {

    private static final Map<Integer, String> FAILURES = Map.of(
            PKIFailureInfo.badAlg, "badAlg",
            PKIFailureInfo.badRequest, "badRequest",
            PKIFailureInfo.badDataFormat, "badDataFormat",
            PKIFailureInfo.timeNotAvailable, "timeNotAvailable",
            PKIFailureInfo.unacceptedPolicy, "unacceptedPolicy",
            PKIFailureInfo.unacceptedExtension, "unacceptedExtension",
            PKIFailureInfo.addInfoNotAvailable, "addInfoNotAvailable",
            PKIFailureInfo.systemFailure, "systemFailure");

    private static final Map<Integer, String> STATUS = Map.of(
            PKIStatus.REJECTION, "rejection",
            PKIStatus.WAITING, "waiting",
            PKIStatus.REVOCATION_WARNING, "revocationWarning",
            PKIStatus.REVOCATION_NOTIFICATION, "revocationNotification");

    private static final int LONGEST = 200;

    private TimestampRefusal() {}

    static String of(TimeStampResponse response) {
        StringJoiner words = new StringJoiner(", ");
        words.add(STATUS.getOrDefault(response.getStatus(), "status " + response.getStatus()));
        PKIFailureInfo failure = response.getFailInfo();
        if (failure != null) {
            words.add(FAILURES.getOrDefault(failure.intValue(), "failure " + failure.intValue()));
        }
        String said = response.getStatusString();
        if (said != null && !said.isBlank()) {
            String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
            words.add(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        }
        return words.toString();
    }
}
