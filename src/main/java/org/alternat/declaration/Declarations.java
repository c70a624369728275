package org.alternat.declaration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an organiser does with a declaration. Each move is one transaction: it locks the document's chain where it touches
 * it, then the declaration's row, and writes the audit trail last. A move that the declaration's state does not allow
 * changes nothing and says why; one by somebody who does not organise the declaration finds no declaration at all.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Declarations {

    /** Longest reason for a withdrawal, in characters. */
    public static final int MAX_REASON = 1000;

    private static final Logger log = LoggerFactory.getLogger(Declarations.class);

    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final Precedence precedence;
    private final TurnRows turns;
    private final ReleaseCheck check;
    private final DeclarationFacts told;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Declarations(
            DeclarationRows declarations,
            PartyRows parties,
            Precedence precedence,
            TurnRows turns,
            ReleaseCheck check,
            DeclarationFacts told,
            Revisions revisions,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.declarations = declarations;
        this.parties = parties;
        this.precedence = precedence;
        this.turns = turns;
        this.check = check;
        this.told = told;
        this.revisions = revisions;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Makes a draft; whoever makes it is its first organiser. */
    public DeclarationId draft(NewDeclaration made, StaffIdentity by) {
        DeclarationId id = DeclarationId.random();
        Instant now = clock.instant();
        revisions.keepDraft(id, made.document().text());
        String reference = declarations.nextReference(now.atZone(ZoneOffset.UTC).getYear());
        declarations.insert(id, reference, made, now);
        declarations.insertOrganiser(id, by);
        parties.insert(id, made.parties());
        precedence.renumber(id);
        audit.open(id);
        audit.append(id, event(AuditEventType.DECLARATION_CREATED, by, told.of(get(id))));
        log.info("declaration {} drafted as {}", id, reference);
        return id;
    }

    /** Freezes the text by its digest and lets the circulation begin. */
    public MoveOutcome release(DeclarationId id, StaffIdentity by) {
        ofOrganiser(id, by);
        revisions.lock(id);
        declarations.lock(id);
        Declaration draft = get(id);
        Instant now = clock.instant();
        if (draft.state() != DeclarationState.DRAFT) {
            return MoveOutcome.ALREADY_RELEASED;
        }
        List<Hindrance> hindrances = check.of(draft);
        if (!hindrances.isEmpty()) {
            return hindrances.get(0).outcome();
        }
        revisions.freeze(id);
        if (!revisions.read(id).sha256().equals(draft.textSha256())) {
            throw new IllegalStateException("the frozen text of declaration " + id + " is not the one it names");
        }
        declarations.release(id, now, DeclarationTimes.chosen(draft, parties));
        audit.append(id, event(AuditEventType.DECLARATION_RELEASED, by, told.of(draft)));
        log.info("declaration {} released", id);
        facts.publishEvent(new DeclarationReleased(id));
        return MoveOutcome.DONE;
    }

    /** Ends a circulation, or discards a draft. After the seal nothing can be withdrawn any more. */
    public MoveOutcome withdraw(DeclarationId id, String reason, StaffIdentity by) {
        ofOrganiser(id, by);
        DeclarationState state = declarations.lock(id);
        if (state != DeclarationState.DRAFT && state != DeclarationState.CIRCULATING) {
            return MoveOutcome.ALREADY_CLOSED;
        }
        if (reason.isBlank()) {
            return MoveOutcome.WITHOUT_REASON;
        }
        if (reason.length() > MAX_REASON) {
            return MoveOutcome.REASON_TOO_LONG;
        }
        declarations.close(id, DeclarationState.WITHDRAWN, clock.instant(), reason.strip());
        audit.append(id, event(AuditEventType.DECLARATION_WITHDRAWN, by, Map.of("from", state.name())));
        log.info("declaration {} withdrawn", id);
        if (state == DeclarationState.CIRCULATING) {
            facts.publishEvent(new DeclarationWithdrawn(id));
        }
        return MoveOutcome.DONE;
    }

    /**
     * Asks for a reminder of one signatory, or of everybody whose invitation is open.
     *
     * @param only nobody else; everybody when null
     */
    public MoveOutcome remind(DeclarationId id, @Nullable SignatoryId only, StaffIdentity by) {
        ofOrganiser(id, by);
        DeclarationState state = declarations.lock(id);
        if (state != DeclarationState.CIRCULATING) {
            return state == DeclarationState.DRAFT ? MoveOutcome.NOT_RELEASED : MoveOutcome.ALREADY_CLOSED;
        }
        if (turns.isPaused(id)) {
            return MoveOutcome.PAUSED;
        }
        List<Signatory> all = parties.signatories(id);
        List<Signatory> asked = all.stream()
                .filter(signatory -> only == null
                        ? signatory.state().canBeReminded()
                        : signatory.id().equals(only))
                .toList();
        if (asked.isEmpty()) {
            if (only != null) {
                throw new UnknownDeclarationException(only);
            }
            return MoveOutcome.NOBODY_TO_REMIND;
        }
        if (!asked.get(0).state().canBeReminded()) {
            return asked.get(0).state() == SignatoryState.WAITING
                    ? MoveOutcome.NOT_INVITED
                    : MoveOutcome.ALREADY_ANSWERED;
        }
        for (Signatory signatory : asked) {
            Map<String, String> details = Map.of("signatory", signatory.id().toString());
            audit.append(id, event(AuditEventType.REMINDER_REQUESTED, by, details));
        }
        asked.forEach(signatory -> facts.publishEvent(new ReminderRequested(id, signatory.id())));
        log.info("declaration {}: {} reminders requested", id, asked.size());
        return MoveOutcome.DONE;
    }

    /**
     * Reads one.
     *
     * @throws UnknownDeclarationException when there is none
     */
    @Transactional(readOnly = true)
    public Declaration get(DeclarationId id) {
        return find(id).orElseThrow(() -> new UnknownDeclarationException(id));
    }

    @Transactional(readOnly = true)
    public Optional<Declaration> find(DeclarationId id) {
        return declarations.find(id);
    }

    /** Reads one by what people call it. */
    @Transactional(readOnly = true)
    public Optional<Declaration> find(String reference) {
        return declarations.find(reference);
    }

    /**
     * Reads one for somebody who organises it.
     *
     * @throws UnknownDeclarationException when there is none that this person organises
     */
    @Transactional(readOnly = true)
    public Declaration ofOrganiser(DeclarationId id, StaffIdentity by) {
        if (!isOrganiser(id, by.staffId())) {
            throw new UnknownDeclarationException(id);
        }
        return get(id);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Declaration> ofOrganiser(StaffId staff) {
        return declarations.ofOrganiser(staff);
    }

    @Transactional(readOnly = true)
    public boolean isOrganiser(DeclarationId id, StaffId staff) {
        return declarations.isOrganiser(id, staff);
    }

    @Transactional(readOnly = true)
    public List<Organiser> organisers(DeclarationId id) {
        return declarations.organisers(id);
    }

    @Transactional(readOnly = true)
    public List<LanguageText> texts(DeclarationId id) {
        return declarations.texts(id);
    }

    /** Why an organiser withdrew it; what the letters to those who were asked say. */
    @Transactional(readOnly = true)
    public Optional<String> withdrawalReason(DeclarationId id) {
        return declarations.withdrawalReason(id);
    }

    static AuditEvent event(AuditEventType type, StaffIdentity by, Map<String, String> details) {
        return new AuditEvent(type, "organiser:" + by.staffId(), details);
    }
}
