package org.alternat.signing;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.alternat.access.SigningSession;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.ChangeRequests;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a signatory asks for a change of the text instead of answering; the invitation stays open. */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class ChangeDesk {

    private final Signatories signatories;
    private final Declarations declarations;
    private final ChangeRequests requests;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ChangeDesk(
            Signatories signatories,
            Declarations declarations,
            ChangeRequests requests,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.requests = requests;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Asks. What was written is for the organisers alone; the audit trail says that it was.
     *
     * @param passage at most {@link ChangeRequests#MAX_PASSAGE} characters; may be empty
     * @param content from one to {@link ChangeRequests#MAX_CONTENT} characters
     */
    public AnswerOutcome ask(SigningSession session, String passage, String content) {
        Signatory signatory = signatories.locked(session.signatoryId());
        Optional<AnswerOutcome> refusal = refusal(session, signatory);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<Integer> number = requests.keep(signatory, passage, content, clock.instant());
        if (number.isEmpty()) {
            return AnswerOutcome.TOO_MANY;
        }
        audit.append(
                session.declarationId(),
                new AuditEvent(
                        AuditEventType.CHANGE_REQUESTED,
                        "signatory:" + session.signatoryId(),
                        Map.of("number", number.get().toString())));
        facts.publishEvent(new ChangeRequested(session.declarationId(), session.signatoryId(), number.get()));
        return AnswerOutcome.RECORDED;
    }

    private Optional<AnswerOutcome> refusal(SigningSession session, Signatory signatory) {
        if (signatory.version() != session.personVersion()) {
            return Optional.of(AnswerOutcome.REPLACED);
        }
        if (declarations.get(session.declarationId()).state() != DeclarationState.CIRCULATING) {
            return Optional.of(AnswerOutcome.CLOSED);
        }
        if (!signatory.state().isOpen()) {
            return Optional.of(AnswerOutcome.ALREADY_ANSWERED);
        }
        return signatories.isPaused(session.declarationId()) ? Optional.of(AnswerOutcome.PAUSED) : Optional.empty();
    }
}
