package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alternat.access.DeskVisits;
import org.alternat.access.SigningSession;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.HeadLeasedException;
import org.alternat.document.HeadLeases;
import org.alternat.document.Revisions;
import org.alternat.shared.PdfBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a revision from elsewhere under the lock of its chain: it is received, and later settled. Consent, revision,
 * timestamp and the step that settles the invitation are one transaction: whatever breaks down, all of it is there or none.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
class UploadDesk {

    private final Signatories signatories;
    private final Declarations declarations;
    private final Revisions revisions;
    private final HeadLeases leases;
    private final DeskVisits visits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    UploadDesk(
            Signatories signatories,
            Declarations declarations,
            Revisions revisions,
            HeadLeases leases,
            DeskVisits visits,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.revisions = revisions;
        this.leases = leases;
        this.visits = visits;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What stands when a file comes in.
     *
     * @param outcome why nothing comes of it; null when it is to be examined
     * @param current the bytes that the file has to begin with; null with an outcome
     */
    record Received(
            @Nullable UploadOutcome outcome,
            Revisions.Head head,
            Signatory signatory,
            @Nullable PdfBytes current) {}

    /** Looks at what can be told without reading the file as a PDF. */
    Received receive(SigningSession session, byte[] upload) {
        Received received = stands(session, upload);
        if (received.outcome() != null) {
            told(session, received.outcome());
        }
        return received;
    }

    /**
     * Keeps a file that was examined meanwhile, if all still stands as it did; a refusal keeps nothing but a line in the audit
     * trail.
     *
     * @param received what {@link #receive} answered
     */
    UploadOutcome settle(SigningSession session, Received received, PdfBytes file, ExternalRevisions.Checked checked) {
        Received now = stands(session, file.toByteArray());
        UploadOutcome outcome = now.outcome() == null ? checked.outcome() : now.outcome();
        if (outcome == UploadOutcome.RECORDED) {
            if (!now.head().sha256().equals(received.head().sha256())) {
                throw new IllegalStateException("two heads of which both are the beginning of one upload");
            }
            return keep(session, now.head(), checked);
        }
        told(session, outcome);
        return outcome;
    }

    private void told(SigningSession session, UploadOutcome outcome) {
        if (outcome != UploadOutcome.CLOSED && outcome != UploadOutcome.ALREADY_ANSWERED) {
            audit.append(
                    session.declarationId(),
                    event(AuditEventType.EXTERNAL_SIGNATURE_REFUSED, session, Map.of("reason", outcome.name())));
        }
    }

    private Received stands(SigningSession session, byte[] upload) {
        Revisions.Head head = revisions.lock(session.declarationId());
        Signatory signatory = signatories.locked(session.signatoryId());
        // Decided under the lock that a replacement and a pause take too: of the two, one comes first.
        Declaration declaration = declarations.get(session.declarationId());
        if (declaration.state() != DeclarationState.CIRCULATING
                || !clock.instant().isBefore(declaration.answerableUntil())
                || signatory.version() != session.personVersion()
                || signatories.isPaused(session.declarationId())) {
            return new Received(UploadOutcome.CLOSED, head, signatory, null);
        }
        if (signatory.state() != SignatoryState.WAITING && signatory.state() != SignatoryState.INVITED) {
            return new Received(UploadOutcome.ALREADY_ANSWERED, head, signatory, null);
        }
        try {
            leases.requireFree(head, signatory.id());
        } catch (HeadLeasedException taken) {
            return new Received(UploadOutcome.TAKEN, head, signatory, null);
        }
        PdfBytes current = revisions.read(session.declarationId(), head.number());
        if (upload.length > current.length() + ExternalRevisions.LARGEST_ADDITION) {
            return new Received(UploadOutcome.TOO_LARGE, head, signatory, null);
        }
        PdfBytes file = new PdfBytes(upload);
        UploadOutcome outcome = file.startsWith(current) ? null : elsewhere(session, head, file);
        return new Received(outcome, head, signatory, outcome == null ? current : null);
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

    private UploadOutcome keep(SigningSession session, Revisions.Head head, ExternalRevisions.Checked checked) {
        Instant at = clock.instant();
        Revisions.Head signed = append(head, checked.additions());
        leases.end(session.declarationId(), session.signatoryId());
        if (!signatories.consented(session.signatoryId(), at)
                || !signatories.signed(session.signatoryId(), at, signed.number())) {
            throw new IllegalStateException("signatory " + session.signatoryId() + " was answered for under the lock");
        }
        visits.answered(session);
        Map<String, String> details = new HashMap<>(session.identification());
        details.put("revision", Integer.toString(head.number()));
        details.put("sha256", head.sha256().hex());
        details.merge("identifiedBy", "a certificate of their own", (known, more) -> known + " and " + more);
        audit.append(session.declarationId(), event(AuditEventType.CONSENT_GIVEN, session, details));
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

    /** @return the revision of the signature; what proves it may stand behind it */
    private Revisions.Head append(Revisions.Head head, List<ExternalRevisions.Addition> additions) {
        List<Revisions.Head> heads = new ArrayList<>(List.of(head));
        for (ExternalRevisions.Addition addition : additions) {
            heads.add(revisions.append(heads.get(heads.size() - 1), addition.kind(), addition.revision()));
        }
        return heads.get(1);
    }

    private static AuditEvent event(AuditEventType type, SigningSession session, Map<String, String> details) {
        return new AuditEvent(type, "signatory:" + session.signatoryId(), details);
    }
}
