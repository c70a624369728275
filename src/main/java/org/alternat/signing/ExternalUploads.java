package org.alternat.signing;

import java.time.Clock;
import org.alternat.access.SigningSession;
import org.alternat.shared.PdfBytes;
import org.springframework.stereotype.Service;

/**
 * Takes a revision back that was signed elsewhere. What takes its time, a list to be fetched, pages to be drawn, the judge, is
 * done while nobody waits for the chain: the head is this signatory's for some minutes, and if it is not any more when all is
 * done, that is found out under the lock.
 */
@Service
public class ExternalUploads {

    private final UploadDesk desk;
    private final ExternalRevisions chain;
    private final Clock clock;

    ExternalUploads(UploadDesk desk, ExternalRevisions chain, Clock clock) {
        this.desk = desk;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Accepts or refuses; a refusal keeps nothing but a line in the audit trail.
     *
     * @throws org.alternat.pki.TimestampUnavailableException when the signature brings no timestamp and none can be had now
     * @throws org.alternat.judge.JudgeUnavailableException when there is no second opinion now: nothing is kept then
     */
    public UploadOutcome accept(SigningSession session, boolean ticked, byte[] upload) {
        if (!ticked) {
            return UploadOutcome.NOT_TICKED;
        }
        if (upload.length == 0) {
            return UploadOutcome.NO_FILE;
        }
        if (session.shownRevision() == null || session.shownSha256() == null) {
            return UploadOutcome.NOT_HANDED_OUT;
        }
        UploadDesk.Received received = desk.receive(session, upload);
        if (received.outcome() != null || received.current() == null) {
            return received.outcome() == null ? UploadOutcome.OTHER_DOCUMENT : received.outcome();
        }
        PdfBytes file = new PdfBytes(upload);
        ExternalRevisions.Checked checked =
                chain.check(received.current(), file, received.signatory(), clock.instant());
        return desk.settle(session, received, file, checked);
    }
}
