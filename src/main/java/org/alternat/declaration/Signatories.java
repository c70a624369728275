package org.alternat.declaration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs, and what each of them has done. The writes belong to the caller's transaction. Each is guarded: it says whether
 * it changed something, so that a call that runs twice has one effect. An answer counts only while the declaration
 * circulates, which is decided while the declaration is locked or held.
 */
@Service
public class Signatories {

    private final PartyRows rows;
    private final DeclarationRows declarations;
    private final AnswerRows answers;
    private final TurnRows turns;
    private final Effect effect;

    Signatories(PartyRows rows, DeclarationRows declarations, AnswerRows answers, TurnRows turns, Effect effect) {
        this.rows = rows;
        this.declarations = declarations;
        this.answers = answers;
        this.turns = turns;
        this.effect = effect;
    }

    /**
     * Reads one.
     *
     * @throws UnknownDeclarationException when there is none
     */
    @Transactional(readOnly = true)
    public Signatory get(SignatoryId id) {
        return find(id).orElseThrow(() -> new UnknownDeclarationException(id));
    }

    /**
     * Reads one of a declaration.
     *
     * @throws UnknownDeclarationException when the declaration has nobody of that id
     */
    @Transactional(readOnly = true)
    public Signatory get(DeclarationId declaration, SignatoryId id) {
        return find(id).filter(one -> one.declarationId().equals(declaration))
                .orElseThrow(() -> new UnknownDeclarationException(id));
    }

    @Transactional(readOnly = true)
    public Optional<Signatory> find(SignatoryId id) {
        return rows.signatory(id);
    }

    /** In order of precedence. */
    @Transactional(readOnly = true)
    public List<Signatory> of(DeclarationId id) {
        return rows.signatories(id);
    }

    /** Those whose round has begun and is not settled for them, in order of precedence. */
    @Transactional(readOnly = true)
    public List<Signatory> awaited(DeclarationId id) {
        return rows.awaited(id);
    }

    /** How many sign the document. Counted, not read: every answer's page asks. */
    @Transactional(readOnly = true)
    public long countSigning(DeclarationId id) {
        return answers.countSigning(id);
    }

    /** How many have signed, in the document or on paper. */
    @Transactional(readOnly = true)
    public long countSigned(DeclarationId id) {
        return answers.countSigned(id);
    }

    /** The organisations that somebody signs for, in order of precedence. */
    @Transactional(readOnly = true)
    public List<Party> parties(DeclarationId id) {
        return rows.binding(id);
    }

    /** The parties, then the organisations of witnesses and others that are no party. */
    @Transactional(readOnly = true)
    public List<Party> organisations(DeclarationId id) {
        return rows.parties(id);
    }

    /**
     * Reads one.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    @Transactional(readOnly = true)
    public Party party(PartyId id) {
        return rows.party(id).orElseThrow();
    }

    /** The first letter has left. False when one had left before, or the signatory has answered already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean invited(SignatoryId id, Instant at) {
        return answers.invited(id, at);
    }

    /**
     * The act of will is recorded. False before the person's round has begun, when there was an answer, when the deadline has passed, whether or not anybody has
     * noticed yet, or when the declaration does not circulate (any more).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean consented(SignatoryId id, Instant at) {
        return stillCirculates(id) && answers.consented(id, at);
    }

    /**
     * As {@link #consented}, subject to confirmation by the party: the signature will be provisional. False also where the
     * declaration does not allow that, and for whoever binds no party.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean consentedAdReferendum(SignatoryId id, Instant at) {
        return stillCirculates(id) && answers.consentedAdReferendum(id, at);
    }

    /**
     * The party confirms its provisional signature. False when the signature does not stand yet, is not provisional, or when
     * the declaration does not circulate any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean confirmed(SignatoryId id, Instant at) {
        return circulates(id) && answers.confirmed(id, at);
    }

    /**
     * The signature stands in the chain. False when it stood there before, when nobody had consented, or when the
     * declaration does not circulate any more: the caller must then not keep the revision either.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean signed(SignatoryId id, Instant at, int revision) {
        return circulates(id) && answers.signed(id, at, revision);
    }

    /**
     * False before the person's round has begun, when there was an answer, when the deadline has passed, or when the
     * declaration does not circulate (any more).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean refused(SignatoryId id, Instant at, @Nullable String reason) {
        return stillCirculates(id) && answers.refused(id, at, reason);
    }

    /** Where the person was whose answer has just been recorded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attended(SignatoryId id, Attendance attendance) {
        answers.attended(id, attendance);
    }

    /**
     * The deadline passed. False when there was an answer, when the deadline was moved to after {@code at}, or when the
     * declaration does not circulate (any more).
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean expired(SignatoryId id, Instant at) {
        return circulates(id) && !isBeforeDeadline(id, at) && answers.expired(id, at);
    }

    /** Locks the signatory's declaration until the caller commits, then reads the signatory. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Signatory locked(SignatoryId id) {
        declarations.lock(rows.declarationOf(id));
        return get(id);
    }

    /**
     * Holds the signatory's declaration as it is until the caller commits, then reads the signatory. Unlike with {@link #locked},
     * others may hold it at the same time, so that people who answer at once do not wait for each other; the caller must not
     * change the declaration.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Signatory held(SignatoryId id) {
        declarations.hold(rows.declarationOf(id));
        return get(id);
    }

    /** How often a signature on paper of whoever holds the place now was recorded by mistake and undone. */
    @Transactional(readOnly = true)
    public int papersUndone(Signatory signatory) {
        return answers.papersUndone(signatory);
    }

    /** What has happened last to all open invitations of a declaration. */
    @Transactional(readOnly = true)
    public Turn turn(DeclarationId id) {
        return turns.turn(id);
    }

    /**
     * The signature, or its confirmation, counts from now on: its party may be bound by it, and the declaration take effect.
     * To be called after the act itself stands in the audit trail; a repeated call changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void counted(SignatoryId id, Instant at) {
        if (circulates(id)) {
            Signatory signatory = get(id);
            if (signatory.role().binds()) {
                effect.counted(signatory.declarationId(), signatory.partyId(), at);
            }
        }
    }

    /** Whether the organisers let the circulation rest: nobody can answer then. */
    @Transactional(readOnly = true)
    public boolean isPaused(DeclarationId id) {
        return turns.isPaused(id);
    }

    /** As {@link #isPaused}, under the declaration's lock: a pause comes wholly before what the caller does, or after it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isPausedNow(DeclarationId id) {
        declarations.lock(id);
        return turns.isPaused(id);
    }

    private boolean stillCirculates(SignatoryId id) {
        return declarations.hold(rows.declarationOf(id)) == DeclarationState.CIRCULATING;
    }

    private boolean circulates(SignatoryId id) {
        return declarations.lock(rows.declarationOf(id)) == DeclarationState.CIRCULATING;
    }

    /** To the millisecond: the engine's timers know no less. */
    private boolean isBeforeDeadline(SignatoryId id, Instant at) {
        Instant end = declarations.find(rows.declarationOf(id)).orElseThrow().answerableUntil();
        return at.isBefore(end.truncatedTo(ChronoUnit.MILLIS));
    }
}
