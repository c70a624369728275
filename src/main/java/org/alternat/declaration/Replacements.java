package org.alternat.declaration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.alternat.audit.AuditEventType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts another person, or the same one at another address, in a signatory's place, up to the moment of signing. The place
 * keeps its party, its round and its signature field; the earlier person's link and sessions die by the version. Where nobody
 * was named yet, it names the person.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Replacements {

    private static final Logger log = LoggerFactory.getLogger(Replacements.class);

    private final MoveGate gate;
    private final PersonRows persons;

    Replacements(MoveGate gate, PersonRows persons) {
        this.gate = gate;
        this.persons = persons;
    }

    /** Gives the place to another person, who gets an invitation if the earlier one had one. */
    public MoveOutcome replace(DeclarationId id, SignatoryId signatoryId, Person person, StaffIdentity by) {
        Declaration declaration = gate.locked(id, by);
        Signatory before = gate.signatory(declaration, signatoryId);
        MoveOutcome refusal = refusal(declaration, before, person);
        if (refusal != MoveOutcome.DONE) {
            return refusal;
        }
        persons.replace(before, person, gate.now());
        record(before, person, by);
        gate.tell(new PersonReplaced(id, signatoryId));
        log.info("declaration {}: signatory {} replaced", id, signatoryId);
        return MoveOutcome.DONE;
    }

    private void record(Signatory before, Person person, StaffIdentity by) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("signatory", before.id().toString());
        if (before.isNamed()) {
            details.put("before", Person.of(before).inWords());
        }
        details.put("now", person.inWords());
        if (before.isNamed()) {
            details.put("address", before.isAt(person.email()) ? "kept" : "changed");
        }
        details.put("version", Integer.toString(before.version() + 1));
        AuditEventType type = before.isNamed() ? AuditEventType.PERSON_REPLACED : AuditEventType.PERSON_NAMED;
        gate.record(before.declarationId(), type, by, details);
    }

    private MoveOutcome refusal(Declaration declaration, Signatory before, Person person) {
        MoveOutcome closed = gate.circulating(declaration);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (!before.state().isOpen()) {
            return MoveOutcome.ALREADY_ANSWERED;
        }
        if (before.isNamed() && Person.of(before).equals(person)) {
            return MoveOutcome.SAME_PERSON;
        }
        return persons.signsForTheParty(before, person.email()) ? MoveOutcome.ADDRESS_TAKEN : MoveOutcome.DONE;
    }
}
