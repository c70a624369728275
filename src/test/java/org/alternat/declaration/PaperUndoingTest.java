package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A signature on paper was recorded in the wrong row. */
@DeclarationSlice
class PaperUndoingTest {

    static final String REASON = "Mauvaise ligne.";

    @Autowired
    Declarations declarations;

    @Autowired
    PaperSignatures papers;

    @Autowired
    PaperUndoing undoing;

    @Autowired
    Signatories signatories;

    @Autowired
    AuditTrail audit;

    @Autowired
    FactRecorder recorder;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId declaration;
    SignatoryId id;
    SignatoryId other;

    @BeforeEach
    void one_of_two_parties_is_recorded_to_have_signed_on_paper() {
        Terms oneOfAll =
                new Terms(CompletionRule.parse("1 of all").orElseThrow(), null, OrderOfPrecedence.FIXED_LIST, false);
        declaration = declarations.draft(
                TestDeclarations.of(TestDeclarations.ofRounds(1, 1, 1).parties(), oneOfAll), organiser);
        id = signatories.of(declaration).get(2).id();
        other = signatories.of(declaration).get(0).id();
        declarations.release(declaration, organiser);
        change(() -> rounds.next(declaration));
        change(() -> signatories.invited(id, Instant.now()));
        record(id);
        change(() -> rounds.settle(id));
        recorder.facts.clear();
    }

    @Test
    void the_person_is_awaited_again_the_scan_goes_and_the_audit_trail_keeps_both_acts() {
        assertThat(undo()).isEqualTo(MoveOutcome.DONE);

        Signatory signatory = signatories.get(id);
        assertThat(signatory.state()).isEqualTo(SignatoryState.WAITING);
        assertThat(signatories.awaited(declaration)).extracting(Signatory::id).contains(id);
        assertThat(papers.scan(id)).isEmpty();
        assertThat(recorder.facts).containsExactly(new PaperSignatureUndone(declaration, id));
        assertThat(audit.entries(declaration))
                .extracting(entry -> entry.event().type())
                .contains(AuditEventType.PAPER_SIGNATURE_RECORDED, AuditEventType.PAPER_SIGNATURE_UNDONE);
        assertThat(told(AuditEventType.PAPER_SIGNATURE_UNDONE).event().details())
                .containsEntry("reason", REASON)
                .containsEntry("signedOn", "2019-11-28")
                .containsKey("sha256");
    }

    @Test
    void the_party_is_not_bound_any_more_and_the_date_of_effect_that_rested_on_it_falls() {
        assertThat(declarations.get(declaration).effectiveAt()).isNotNull();

        undo();

        assertThat(declarations.get(declaration).effectiveAt()).isNull();
        assertThat(signatories.party(signatories.get(id).partyId()).boundAt()).isNull();
        assertThat(told(AuditEventType.EFFECT_UNDONE)).isNotNull();
    }

    @Test
    void it_is_recorded_again_for_the_same_person() {
        undo();

        assertThat(record(id)).isEqualTo(MoveOutcome.DONE);
        assertThat(declarations.get(declaration).effectiveAt()).isNotNull();
    }

    @Test
    void nothing_is_undone_without_a_reason_or_without_a_signature_on_paper() {
        assertThat(undoing.undo(declaration, id, " ", organiser)).isEqualTo(MoveOutcome.WITHOUT_REASON);
        assertThat(undoing.undo(declaration, other, REASON, organiser)).isEqualTo(MoveOutcome.NOT_ON_PAPER);
        assertThat(signatories.get(id).state()).isEqualTo(SignatoryState.SIGNED_ON_PAPER);
    }

    @Test
    void once_nobody_else_is_awaited_the_document_is_on_its_way_to_the_seal() {
        for (Signatory awaited : signatories.awaited(declaration)) {
            record(awaited.id());
            change(() -> rounds.settle(awaited.id()));
        }

        assertThat(undo()).isEqualTo(MoveOutcome.IN_TRANSIT);
        assertThat(signatories.get(id).state()).isEqualTo(SignatoryState.SIGNED_ON_PAPER);
    }

    private MoveOutcome undo() {
        return undoing.undo(declaration, id, REASON, organiser);
    }

    private MoveOutcome record(SignatoryId who) {
        return papers.record(declaration, who, new byte[] {1, 2}, ScanType.PDF, LocalDate.of(2019, 11, 28), organiser);
    }

    private AuditEntry told(AuditEventType type) {
        return audit.entries(declaration).stream()
                .filter(entry -> entry.event().type() == type)
                .findFirst()
                .orElseThrow();
    }

    private void change(Runnable change) {
        transaction.executeWithoutResult(status -> change.run());
    }
}
