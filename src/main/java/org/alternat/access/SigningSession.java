package org.alternat.access;

import java.time.Instant;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.declaration.Attendance;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A browser that has proved a signing code or a desk code: it may read, sign and refuse for this one signatory.
 *
 * @param id digest of the browser's secret; no secret itself
 * @param personVersion the person who proved the code; whoever is replaced meanwhile answers nothing any more
 * @param acceptedAt when the code was right
 * @param shownRevision the revision of the document that was sent to this browser; null while none was
 * @param shownSha256 the digest of what was sent
 * @param deskOfficer the member of the staff who gave a desk code in person; null for a browser that has proved a mailed code
 */
public record SigningSession(
        Sha256 id,
        DeclarationId declarationId,
        SignatoryId signatoryId,
        int personVersion,
        Instant acceptedAt,
        @Nullable Integer shownRevision,
        @Nullable Sha256 shownSha256,
        @Nullable StaffId deskOfficer) {

    /** Where the person is who answers in it. */
    public Attendance attendance() {
        return deskOfficer == null ? Attendance.REMOTE : Attendance.PRESENT;
    }

    /** How the service knows who is there, as details of an {@link AuditEvent}. */
    public Map<String, String> identification() {
        return deskOfficer == null
                ? Map.of("identifiedBy", "mailed link and mailed code")
                : Map.of("identifiedBy", "desk code", "deskOfficer", deskOfficer.toString());
    }
}
