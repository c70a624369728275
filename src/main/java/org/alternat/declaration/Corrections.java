package org.alternat.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEventType;
import org.alternat.document.IntakeResult;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects the text of a circulating declaration: another declaration with the corrected text takes its place, and everybody
 * is asked anew, those who had signed included. What was signed before stays as it was (decision 0027).
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Corrections {

    private static final Logger log = LoggerFactory.getLogger(Corrections.class);

    private final MoveGate gate;
    private final DeclarationRows declarations;
    private final PartyRows parties;
    private final CorrectionRows rows;
    private final PublicityRows publicities;
    private final Declarations drafts;

    Corrections(
            MoveGate gate,
            DeclarationRows declarations,
            PartyRows parties,
            CorrectionRows rows,
            PublicityRows publicities,
            Declarations drafts) {
        this.gate = gate;
        this.declarations = declarations;
        this.parties = parties;
        this.rows = rows;
        this.publicities = publicities;
        this.drafts = drafts;
    }

    /**
     * Ends the circulation of the old text and drafts its successor: the same parties, people, terms and organisers, without
     * the readable texts, which would be those of the old one. The draft waits for its release like any other.
     *
     * @param text the corrected one, as the intake accepted it
     * @param reason what was corrected; the letters quote it
     */
    public Correction correct(DeclarationId id, IntakeResult.Accepted text, String reason, StaffIdentity by) {
        Declaration old = gate.locked(id, by);
        MoveOutcome refusal = refusal(old, text, reason);
        if (refusal != MoveOutcome.DONE) {
            return new Correction(refusal, null);
        }
        DeclarationId successor = drafts.draft(copy(old, text), by);
        rows.takeOver(id, successor);
        declarations.close(id, DeclarationState.SUPERSEDED, gate.now(), reason.strip());
        Map<String, String> details = Map.of(
                "earlier", old.reference(),
                "later", declarations.find(successor).orElseThrow().reference(),
                "earlierSha256", old.textSha256().hex(),
                "laterSha256", text.text().sha256().hex(),
                "signatures", Long.toString(signed(id)));
        gate.record(id, AuditEventType.TEXT_CORRECTED, by, details);
        gate.record(successor, AuditEventType.TEXT_CORRECTED, by, details);
        gate.tell(new DeclarationSuperseded(id));
        log.info("declaration {} is superseded by {}", id, successor);
        return new Correction(MoveOutcome.DONE, successor);
    }

    @Transactional(readOnly = true)
    public Succession around(DeclarationId id) {
        return new Succession(rows.earlier(id).orElse(null), rows.later(id).orElse(null));
    }

    /** The declarations that this one's text corrects, one after the other; the newest first. */
    @Transactional(readOnly = true)
    public List<Declaration> earlier(DeclarationId id) {
        List<Declaration> all = new ArrayList<>();
        for (Optional<Declaration> one = rows.earlier(id);
                one.isPresent();
                one = rows.earlier(one.get().id())) {
            all.add(one.get());
        }
        return all;
    }

    private MoveOutcome refusal(Declaration old, IntakeResult.Accepted text, String reason) {
        MoveOutcome closed = gate.circulating(old);
        if (closed != MoveOutcome.DONE) {
            return closed;
        }
        if (old.effectiveAt() != null) {
            return MoveOutcome.IN_EFFECT;
        }
        if (text.text().sha256().equals(old.textSha256())) {
            return MoveOutcome.SAME_TEXT;
        }
        if (reason.isBlank()) {
            return MoveOutcome.WITHOUT_REASON;
        }
        return reason.strip().length() > Declarations.MAX_REASON ? MoveOutcome.REASON_TOO_LONG : MoveOutcome.DONE;
    }

    private NewDeclaration copy(Declaration old, IntakeResult.Accepted text) {
        return new NewDeclaration(
                old.title(),
                old.placeAndDate(),
                old.versions().withoutPages(),
                old.zone(),
                old.deadline(),
                text,
                List.of(),
                old.terms(),
                people(old.id()),
                publicities.find(old.id()).orElse(null));
    }

    private List<NewParty> people(DeclarationId id) {
        Map<PartyId, List<NewSignatory>> people = new LinkedHashMap<>();
        for (Signatory one : parties.signatories(id)) {
            people.computeIfAbsent(one.partyId(), party -> new ArrayList<>())
                    .add(new NewSignatory(
                            one.givenName(),
                            one.familyName(),
                            one.capacity(),
                            one.email(),
                            one.locale(),
                            one.round(),
                            one.role()));
        }
        return parties.parties(id).stream()
                .map(party -> new NewParty(
                        party.side(),
                        party.name(),
                        party.region(),
                        party.contact(),
                        people.getOrDefault(party.id(), List.of())))
                .toList();
    }

    private long signed(DeclarationId id) {
        return parties.signatories(id).stream()
                .filter(one -> one.state() == SignatoryState.SIGNED)
                .count();
    }
}
