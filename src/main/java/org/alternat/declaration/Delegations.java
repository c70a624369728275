package org.alternat.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a signatory's place, at the signatory's own wish, to somebody else of the same party, who signs for the signatory
 * (decision 0026). The place keeps its party, its round and its signature field, as after a replacement.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Delegations {

    /** How often one person can ask: each wish is a letter to every organiser. */
    public static final int MOST = 3;

    private static final Logger log = LoggerFactory.getLogger(Delegations.class);

    private final MoveGate gate;
    private final PersonRows persons;
    private final DelegationRows rows;

    Delegations(MoveGate gate, PersonRows persons, DelegationRows rows) {
        this.gate = gate;
        this.persons = persons;
        this.rows = rows;
    }

    /** Chooses who decides; from the draft until the circulation is over. What was asked before keeps waiting. */
    public MoveOutcome choose(DeclarationId id, DelegationRule chosen, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        if (declaration.state() != DeclarationState.DRAFT && declaration.state() != DeclarationState.CIRCULATING) {
            return MoveOutcome.ALREADY_CLOSED;
        }
        rows.rule(id, chosen);
        gate.record(id, AuditEventType.DELEGATION_RULE_CHOSEN, by, Map.of("delegation", chosen.name()));
        return MoveOutcome.DONE;
    }

    @Transactional(readOnly = true)
    public DelegationRule rule(DeclarationId id) {
        return rows.rule(id);
    }

    /** Those that an organiser must still decide, the oldest first. */
    @Transactional(readOnly = true)
    public List<Delegation> undecided(DeclarationId id) {
        return rows.undecided(id);
    }

    @Transactional(readOnly = true)
    public Optional<Delegation> find(SignatoryId id, int number) {
        return rows.find(id, number);
    }

    /** Who asked, as that person was written to then. */
    @Transactional(readOnly = true)
    public Person asker(Delegation delegation) {
        return persons.holder(delegation.signatoryId(), delegation.personVersion());
    }

    /** The wish of whoever holds this place now that an organiser must still decide. */
    @Transactional(readOnly = true)
    public Optional<Delegation> undecided(Signatory signatory) {
        return rows.undecided(signatory.declarationId()).stream()
                .filter(one -> one.signatoryId().equals(signatory.id()))
                .findFirst();
    }

    /**
     * A signatory names a delegate.
     *
     * @param from read under the declaration's lock, with the answer still open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DelegationOutcome ask(Signatory from, Person to) {
        DeclarationId id = from.declarationId();
        boolean allowed = rows.rule(id) == DelegationRule.ALLOW;
        DelegationOutcome outcome = possible(from, to);
        if (outcome != DelegationOutcome.ASKED) {
            return outcome;
        }
        Delegation delegation = rows.keep(from, to, gate.now());
        gate.tell(new DelegationAsked(id, from.id(), delegation.number()));
        String actor = "signatory:" + from.id();
        if (allowed) {
            give(delegation, from, actor);
            return DelegationOutcome.GIVEN;
        }
        gate.record(id, new AuditEvent(AuditEventType.DELEGATION_ASKED, actor, names(delegation, from)));
        return DelegationOutcome.ASKED;
    }

    /** Gives the place to the delegate, who is invited. */
    public MoveOutcome confirm(DeclarationId id, SignatoryId signatoryId, int number, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        Signatory from = gate.signatory(declaration, signatoryId);
        Optional<Delegation> asked = awaiting(from, number);
        MoveOutcome refusal = refusal(declaration, from, asked);
        if (refusal != MoveOutcome.DONE) {
            return refusal;
        }
        Delegation delegation = asked.orElseThrow();
        if (persons.signsForTheParty(from, delegation.to().email())) {
            return MoveOutcome.ADDRESS_TAKEN;
        }
        give(delegation, from, "organiser:" + by.staffId());
        return MoveOutcome.DONE;
    }

    /** Leaves the place where it is; the signatory is told by letter. */
    public MoveOutcome decline(DeclarationId id, SignatoryId signatoryId, int number, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        Signatory from = gate.signatory(declaration, signatoryId);
        Optional<Delegation> asked = awaiting(from, number);
        MoveOutcome refusal = refusal(declaration, from, asked);
        if (refusal != MoveOutcome.DONE) {
            return refusal;
        }
        Delegation delegation = asked.orElseThrow();
        rows.decide(delegation, Delegation.Decision.DECLINED);
        gate.record(id, AuditEventType.DELEGATION_DECLINED, by, names(delegation, from));
        gate.tell(new DelegationDecided(id, signatoryId, number));
        return MoveOutcome.DONE;
    }

    private void give(Delegation delegation, Signatory from, String actor) {
        DeclarationId id = from.declarationId();
        rows.decide(delegation, Delegation.Decision.GIVEN);
        persons.delegate(from, delegation.to(), gate.now());
        gate.record(id, new AuditEvent(AuditEventType.SIGNATURE_DELEGATED, actor, names(delegation, from)));
        gate.tell(new PersonReplaced(id, from.id()));
        gate.tell(new DelegationDecided(id, from.id(), delegation.number()));
        log.info("declaration {}: signatory {} is represented", id, from.id());
    }

    private DelegationOutcome possible(Signatory from, Person to) {
        if (!from.role().binds()) {
            return DelegationOutcome.NOT_OFFERED;
        }
        if (from.onBehalfOf() != null) {
            return DelegationOutcome.DELEGATE_ALREADY;
        }
        if (from.isAt(to.email())) {
            return DelegationOutcome.SAME_MAILBOX;
        }
        if (persons.signsForTheParty(from, to.email())) {
            return DelegationOutcome.ADDRESS_TAKEN;
        }
        List<Delegation> asked = rows.of(from.id()).stream()
                .filter(one -> one.personVersion() == from.version())
                .toList();
        if (asked.stream().anyMatch(one -> one.decision() == null)) {
            return DelegationOutcome.UNDECIDED;
        }
        return asked.size() < MOST ? DelegationOutcome.ASKED : DelegationOutcome.TOO_MANY;
    }

    private Optional<Delegation> awaiting(Signatory from, int number) {
        return rows.find(from.id(), number)
                .filter(one -> one.decision() == null && one.personVersion() == from.version());
    }

    private MoveOutcome refusal(Declaration declaration, Signatory from, Optional<Delegation> asked) {
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (!from.state().isOpen()) {
            return MoveOutcome.ALREADY_ANSWERED;
        }
        return asked.isPresent() ? MoveOutcome.DONE : MoveOutcome.NOTHING_TO_DECIDE;
    }

    private static Map<String, String> names(Delegation delegation, Signatory from) {
        return Map.of(
                "signatory",
                from.id().toString(),
                "number",
                Integer.toString(delegation.number()),
                "from",
                Person.of(from).inWords(),
                "to",
                delegation.to().inWords());
    }
}
