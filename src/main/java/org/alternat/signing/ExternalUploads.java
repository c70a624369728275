package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.alternat.access.SigningSession;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.HeadLeasedException;
import org.alternat.document.HeadLeases;
import org.alternat.document.Revisions;
import org.alternat.shared.PdfBytes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a revision back that was signed elsewhere. Consent, revision, timestamp and the step that settles the invitation are
 * one transaction: whatever breaks down, all of it is there or none.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class ExternalUploads {

    private final Signatories signatories;
    private final Declarations declarations;
    private final Revisions revisions;
    private final HeadLeases leases;
    private final ExternalRevisions chain;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ExternalUploads(
            Signatories signatories,
            Declarations declarations,
            Revisions revisions,
            HeadLeases leases,
            ExternalRevisions chain,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.revisions = revisions;
        this.leases = leases;
        this.chain = chain;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Accepts or refuses; a refusal keeps nothing but a line in the audit trail.
     *
     * @throws org.alternat.pki.TimestampUnavailableException when the signature brings no timestamp and none can be had now
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
        Revisions.Head head = revisions.lock(session.declarationId());
        Signatory signatory = signatories.locked(session.signatoryId());
        // Decided under the lock that a replacement and a pause take too: of the two, one comes first.
        if (declarations.get(session.declarationId()).state() != DeclarationState.CIRCULATING
                || signatory.version() != session.personVersion()
                || signatories.isPaused(session.declarationId())) {
            return UploadOutcome.CLOSED;
        }
        if (signatory.state() != SignatoryState.WAITING && signatory.state() != SignatoryState.INVITED) {
            return UploadOutcome.ALREADY_ANSWERED;
        }
        UploadOutcome outcome = check(session, head, signatory, upload);
        if (outcome != UploadOutcome.RECORDED) {
            audit.append(
                    session.declarationId(),
                    event(AuditEventType.EXTERNAL_SIGNATURE_REFUSED, session, Map.of("reason", outcome.name())));
        }
        return outcome;
    }

    private UploadOutcome check(SigningSession session, Revisions.Head head, Signatory signatory, byte[] upload) {
        try {
            leases.requireFree(head, signatory.id());
        } catch (HeadLeasedException taken) {
            return UploadOutcome.TAKEN;
        }
        PdfBytes current = revisions.read(session.declarationId(), head.number());
        if (upload.length > current.length() + ExternalRevisions.LARGEST_ADDITION) {
            return UploadOutcome.TOO_LARGE;
        }
        PdfBytes file = new PdfBytes(upload);
        if (!file.startsWith(current)) {
            return elsewhere(session, head, file);
        }
        ExternalRevisions.Checked checked = chain.check(current, file, signatory, clock.instant());
        return checked.outcome() == UploadOutcome.RECORDED ? keep(session, head, file, checked) : checked.outcome();
    }

    /** Signed on what was the head once, or on nothing of ours. */
    private UploadOutcome elsewhere(SigningSession session, Revisions.Head head, PdfBytes file) {
        Integer shown = session.shownRevision();
        if (shown == null
                || shown >= head.number()
                || !file.startsWith(revisions.read(session.declarationId(), shown))) {
            return UploadOutcome.OTHER_DOCUMENT;
        }
        leases.take(head, session.signatoryId());
        return UploadOutcome.STALE;
    }

    private UploadOutcome keep(
            SigningSession session, Revisions.Head head, PdfBytes file, ExternalRevisions.Checked checked) {
        Instant at = clock.instant();
        Revisions.Head signed = chain.append(head, file, checked);
        leases.end(session.declarationId(), session.signatoryId());
        if (!signatories.consented(session.signatoryId(), at)
                || !signatories.signed(session.signatoryId(), at, signed.number())) {
            throw new IllegalStateException("signatory " + session.signatoryId() + " was answered for under the lock");
        }
        audit.append(
                session.declarationId(),
                event(
                        AuditEventType.CONSENT_GIVEN,
                        session,
                        Map.of(
                                "revision", Integer.toString(head.number()),
                                "sha256", head.sha256().hex(),
                                "identifiedBy", "mailed link, mailed code and a certificate of their own")));
        audit.append(
                session.declarationId(),
                AuditEvent.byService(
                        AuditEventType.SIGNATURE_COLLECTED,
                        Map.of(
                                "signatory", session.signatoryId().toString(),
                                "revision", Integer.toString(signed.number()),
                                "sha256", signed.sha256().hex(),
                                "level", "PAdES-BASELINE-T",
                                "certificateFrom", checked.authority())));
        signatories.counted(session.signatoryId(), at);
        // The invitation moves on as after any consent; its step finds the signature there and only settles.
        facts.publishEvent(new ConsentGiven(session.declarationId(), session.signatoryId()));
        facts.publishEvent(new SignatureCollected(session.declarationId(), session.signatoryId(), signed.number()));
        facts.publishEvent(new HeadFreed(session.declarationId()));
        return UploadOutcome.RECORDED;
    }

    private static AuditEvent event(AuditEventType type, SigningSession session, Map<String, String> details) {
        return new AuditEvent(type, "signatory:" + session.signatoryId(), details);
    }
}
