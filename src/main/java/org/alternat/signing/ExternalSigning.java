package org.alternat.signing;

import java.util.Map;
import java.util.Optional;
import org.alternat.access.SigningSession;
import org.alternat.access.SigningSessions;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.HeadLease;
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
 * Hands the head of the chain out to somebody who signs it with a certificate of their own, in a program of their own
 * (decision 0018). Meanwhile nobody else's signature is appended: consents are recorded and wait.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class ExternalSigning {

    private final Signatories signatories;
    private final Declarations declarations;
    private final Revisions revisions;
    private final HeadLeases leases;
    private final SigningSessions sessions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;

    ExternalSigning(
            Signatories signatories,
            Declarations declarations,
            Revisions revisions,
            HeadLeases leases,
            SigningSessions sessions,
            AuditTrail audit,
            ApplicationEventPublisher facts) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.revisions = revisions;
        this.leases = leases;
        this.sessions = sessions;
        this.audit = audit;
        this.facts = facts;
    }

    /** Reserves the head for ten minutes, or for ten more. */
    public HandOutOutcome handOut(SigningSession session) {
        Revisions.Head head = revisions.lock(session.declarationId());
        if (!isOpen(session)) {
            return HandOutOutcome.ANSWERED;
        }
        // Otherwise one who asks again and again would keep everybody else from signing.
        if (signatories.of(session.declarationId()).stream()
                .anyMatch(other -> other.state() == SignatoryState.CONSENTED)) {
            return HandOutOutcome.OTHERS_WAIT;
        }
        try {
            leases.take(head, session.signatoryId());
        } catch (HeadLeasedException taken) {
            return HandOutOutcome.TAKEN;
        }
        audit.append(
                session.declarationId(),
                new AuditEvent(
                        AuditEventType.DOCUMENT_HANDED_OUT,
                        "signatory:" + session.signatoryId(),
                        Map.of(
                                "revision", Integer.toString(head.number()),
                                "sha256", head.sha256().hex())));
        return HandOutOutcome.RESERVED;
    }

    /** What is reserved for this signatory now. */
    @Transactional(readOnly = true)
    public Optional<HeadLease> reserved(SigningSession session) {
        return leases.on(session.declarationId())
                .filter(lease -> lease.signatoryId().equals(session.signatoryId()));
    }

    /** The very bytes that are reserved; the consent will be bound to them. Nothing when the reservation has ended. */
    public Optional<PdfBytes> document(SigningSession session) {
        Optional<HeadLease> lease = reserved(session);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        PdfBytes document = revisions.read(session.declarationId(), lease.get().number());
        sessions.shown(session, lease.get().number(), document.sha256());
        return Optional.of(document);
    }

    /** The signatory does not need the document any more. */
    public void giveBack(SigningSession session) {
        revisions.lock(session.declarationId());
        if (leases.end(session.declarationId(), session.signatoryId())) {
            facts.publishEvent(new HeadFreed(session.declarationId()));
        }
    }

    private boolean isOpen(SigningSession session) {
        Signatory signatory = signatories.get(session.signatoryId());
        return signatory.state().isOpen()
                && signatory.asked()
                && signatory.role().signs()
                && declarations.get(session.declarationId()).state() == DeclarationState.CIRCULATING;
    }
}
