package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alternat.access.DeskVisits;
import org.alternat.access.SigningSession;
import org.alternat.access.SigningSessions;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.shared.PdfBytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a signatory does who has proved the code: read, sign, refuse. An answer is one transaction: the act of will, its
 * place in the audit trail and the job that acts on it are written together or not at all.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Signing {

    /** The longest reason that a refusal may give, in characters. */
    public static final int MAX_REASON = 2000;

    private static final Logger log = LoggerFactory.getLogger(Signing.class);

    private final Signatories signatories;
    private final Declarations declarations;
    private final Revisions revisions;
    private final SigningSessions sessions;
    private final DeskVisits visits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Signing(
            Signatories signatories,
            Declarations declarations,
            Revisions revisions,
            SigningSessions sessions,
            DeskVisits visits,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.revisions = revisions;
        this.sessions = sessions;
        this.visits = visits;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** The document as it stands, for this browser; what was shown is remembered, because the consent is bound to it. */
    public PdfBytes show(SigningSession session) {
        Revision head = revisions.head(session.declarationId()).orElseThrow();
        PdfBytes document = revisions.read(session.declarationId(), head.number());
        sessions.shown(session, head.number(), document.sha256());
        return document;
    }

    /** The act of will: two distinct acts, a tick and a press, on a document that was shown. */
    public AnswerOutcome consent(SigningSession session, boolean ticked) {
        return consent(session, ticked, false);
    }

    /** The act of will, subject to confirmation by the party: the signature counts once that is given. */
    public AnswerOutcome consentAdReferendum(SigningSession session, boolean ticked) {
        return consent(session, ticked, true);
    }

    private AnswerOutcome consent(SigningSession session, boolean ticked, boolean adReferendum) {
        if (!ticked) {
            return AnswerOutcome.NOT_TICKED;
        }
        if (session.shownSha256() == null || session.shownRevision() == null) {
            return AnswerOutcome.NOT_SHOWN;
        }
        Optional<AnswerOutcome> shut = shut(session);
        if (shut.isPresent()) {
            return shut.get();
        }
        if (adReferendum && !mayConfirmLater(session)) {
            return AnswerOutcome.NOT_OFFERED;
        }
        Instant now = clock.instant();
        boolean changed = adReferendum
                ? signatories.consentedAdReferendum(session.signatoryId(), now)
                : signatories.consented(session.signatoryId(), now);
        if (!changed) {
            return refusedBecause(session);
        }
        Map<String, String> details = new HashMap<>(Map.of(
                "revision", session.shownRevision().toString(),
                "sha256", session.shownSha256().hex()));
        details.putAll(session.identification());
        if (adReferendum) {
            details.put("adReferendum", "true");
        }
        visits.answered(session);
        AuditEventType act = act(signatories.get(session.signatoryId()).role());
        // The trail's lock comes last: others who answer wait for it alone.
        facts.publishEvent(new ConsentGiven(session.declarationId(), session.signatoryId()));
        audit.append(session.declarationId(), event(act, session, details));
        log.info("declaration {}: consent of signatory {} recorded", session.declarationId(), session.signatoryId());
        return AnswerOutcome.RECORDED;
    }

    /** The signatory says no, with a reason or without. */
    public AnswerOutcome refuse(SigningSession session, @Nullable String reason) {
        String given = reason == null || reason.isBlank() ? null : reason.strip();
        if (given != null && given.length() > MAX_REASON) {
            given = given.substring(0, MAX_REASON);
        }
        Optional<AnswerOutcome> shut = shut(session);
        if (shut.isPresent()) {
            return shut.get();
        }
        if (!signatories.refused(session.signatoryId(), clock.instant(), given)) {
            return refusedBecause(session);
        }
        visits.answered(session);
        facts.publishEvent(new SignatureRefused(session.declarationId(), session.signatoryId()));
        Map<String, String> details = new HashMap<>(session.identification());
        details.put("withReason", Boolean.toString(given != null));
        audit.append(session.declarationId(), event(AuditEventType.SIGNATURE_REFUSED, session, details));
        log.info("declaration {}: signatory {} refused", session.declarationId(), session.signatoryId());
        return AnswerOutcome.RECORDED;
    }

    /** Decided while the declaration is held, which a replacement and a pause lock: of the two, one comes first. */
    private Optional<AnswerOutcome> shut(SigningSession session) {
        Signatory signatory = signatories.held(session.signatoryId());
        if (signatory.version() != session.personVersion()) {
            return Optional.of(AnswerOutcome.REPLACED);
        }
        boolean paused = signatory.state().isOpen() && signatories.isPaused(session.declarationId());
        return paused ? Optional.of(AnswerOutcome.PAUSED) : Optional.empty();
    }

    private boolean mayConfirmLater(SigningSession session) {
        return declarations
                .get(session.declarationId())
                .terms()
                .offersAdReferendum(signatories.get(session.signatoryId()).role());
    }

    private AnswerOutcome refusedBecause(SigningSession session) {
        if (declarations.get(session.declarationId()).state() != DeclarationState.CIRCULATING) {
            return AnswerOutcome.CLOSED;
        }
        Signatory signatory = signatories.get(session.signatoryId());
        if (!signatory.asked()) {
            return AnswerOutcome.NOT_YOUR_TURN;
        }
        return signatory.state().isOpen() || signatory.state() == SignatoryState.EXPIRED
                ? AnswerOutcome.TOO_LATE
                : AnswerOutcome.ALREADY_ANSWERED;
    }

    /** What the tick and the press are, by what the person was asked for. */
    private static AuditEventType act(SignatoryRole role) {
        return switch (role) {
            case APPROVER -> AuditEventType.VISA_GIVEN;
            case NEGOTIATOR -> AuditEventType.TEXT_INITIALLED;
            default -> AuditEventType.CONSENT_GIVEN;
        };
    }

    private static AuditEvent event(AuditEventType type, SigningSession session, Map<String, String> details) {
        return new AuditEvent(type, "signatory:" + session.signatoryId(), details);
    }
}
