package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.alternat.access.DeskVisits;
import org.alternat.access.SigningSession;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a signature ad referendum is confirmed, by the one who gave it and with the same proof: the link and a code, or a desk code. The
 * document stays as it is; the audit trail holds the act, and from its instant on the signature counts (decision 0022).
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Confirmations {

    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);

    private final Signatories signatories;
    private final Declarations declarations;
    private final DeskVisits visits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Confirmations(
            Signatories signatories,
            Declarations declarations,
            DeskVisits visits,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.visits = visits;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Two distinct acts, as for the signature itself: a tick and a press. */
    public AnswerOutcome confirm(SigningSession session, boolean ticked) {
        if (!ticked) {
            return AnswerOutcome.NOT_TICKED;
        }
        Signatory signatory = signatories.locked(session.signatoryId());
        if (signatory.version() != session.personVersion()) {
            return AnswerOutcome.REPLACED;
        }
        if (signatories.isPaused(session.declarationId())) {
            return AnswerOutcome.PAUSED;
        }
        Instant now = clock.instant();
        if (!signatories.confirmed(signatory.id(), now)) {
            return declarations.get(session.declarationId()).state() == DeclarationState.CIRCULATING
                    ? AnswerOutcome.ALREADY_ANSWERED
                    : AnswerOutcome.CLOSED;
        }
        Map<String, String> details = new HashMap<>(session.identification());
        details.put("revision", Objects.requireNonNull(signatory.revision()).toString());
        audit.append(
                session.declarationId(),
                new AuditEvent(AuditEventType.SIGNATURE_CONFIRMED, "signatory:" + signatory.id(), details));
        visits.over(session);
        signatories.counted(signatory.id(), now);
        facts.publishEvent(new SignatureConfirmed(session.declarationId(), signatory.id()));
        log.info("declaration {}: signature of signatory {} confirmed", session.declarationId(), signatory.id());
        return AnswerOutcome.RECORDED;
    }
}
