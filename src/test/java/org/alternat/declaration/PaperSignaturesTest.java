package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class PaperSignaturesTest {

    static final byte[] SCAN = {1, 2, 3};
    static final LocalDate DAY = LocalDate.of(2019, 11, 28);

    @Autowired
    Declarations declarations;

    @Autowired
    PaperSignatures papers;

    @Autowired
    Pauses pauses;

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
    SignatoryId later;

    @BeforeEach
    void one_is_invited_and_one_comes_in_the_second_round() {
        declaration = declarations.draft(TestDeclarations.ofRounds(1, 2), organiser);
        id = signatories.of(declaration).get(0).id();
        later = signatories.of(declaration).get(1).id();
        declarations.release(declaration, organiser);
        change(() -> rounds.next(declaration));
        change(() -> signatories.invited(id, Instant.now()));
        recorder.facts.clear();
    }

    @Test
    void a_signature_on_paper_takes_the_place_of_the_answer_and_stands_in_no_revision() {
        assertThat(record(id)).isEqualTo(MoveOutcome.DONE);

        Signatory signatory = signatories.get(id);
        assertThat(signatory.state()).isEqualTo(SignatoryState.SIGNED_ON_PAPER);
        assertThat(signatory.signedAt()).isNull();
        assertThat(signatory.revision()).isNull();
        assertThat(signatory.answeredAt()).isNotNull();
        assertThat(papers.find(signatory)).hasValueSatisfying(paper -> {
            assertThat(paper.signedOn()).isEqualTo(DAY);
            assertThat(paper.sha256()).isEqualTo(Sha256.of(SCAN));
        });
        assertThat(papers.scan(id)).contains(SCAN);
        assertThat(recorder.facts).containsExactly(new PaperSignatureRecorded(declaration, id));
        Map<String, String> told = audit.entries(declaration).stream()
                .map(entry -> entry.event())
                .filter(event -> event.type() == AuditEventType.PAPER_SIGNATURE_RECORDED)
                .findFirst()
                .orElseThrow()
                .details();
        assertThat(told)
                .containsEntry("person", "Zoë D’Hondt 0, Secrétaire générale")
                .containsEntry("signedOn", "2019-11-28")
                .containsEntry("sha256", Sha256.of(SCAN).hex());
    }

    @Test
    void it_counts_for_the_rule_of_completion_since_it_was_recorded() {
        record(id);
        assertThat(declarations.get(declaration).effectiveAt()).isNull();
        change(() -> rounds.settle(id));
        change(() -> rounds.next(declaration));

        record(later);

        assertThat(declarations.get(declaration).effectiveAt())
                .isEqualTo(signatories.get(later).answeredAt());
        assertThat(signatories.countSigned(declaration)).isEqualTo(2);
    }

    @Test
    void nobody_signs_twice_on_paper_and_here() {
        record(id);

        change(() -> assertThat(signatories.consented(id, Instant.now())).isFalse());
        change(() -> assertThat(signatories.refused(id, Instant.now(), null)).isFalse());
        assertThat(record(id)).isEqualTo(MoveOutcome.ALREADY_ANSWERED);
    }

    @Test
    void an_answer_that_was_first_stays() {
        change(() -> signatories.consented(id, Instant.now()));

        assertThat(record(id)).isEqualTo(MoveOutcome.ALREADY_ANSWERED);
        assertThat(papers.of(declaration)).isEmpty();
    }

    @Test
    void nobody_signs_out_of_turn_during_a_pause_or_after_the_end() {
        assertThat(record(later)).isEqualTo(MoveOutcome.NOT_ASKED_YET);
        pauses.pause(declaration, organiser);
        assertThat(record(id)).isEqualTo(MoveOutcome.PAUSED);
        declarations.withdraw(declaration, "Le texte change.", organiser);
        assertThat(record(id)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
        assertThat(papers.of(declaration)).isEmpty();
    }

    @Test
    void only_an_organiser_of_this_declaration_records_it() {
        assertThatThrownBy(() ->
                        papers.record(declaration, id, SCAN, ScanType.PDF, DAY, TestDeclarations.organiser("Bert")))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThat(signatories.get(id).state()).isEqualTo(SignatoryState.INVITED);
    }

    private MoveOutcome record(SignatoryId who) {
        return papers.record(declaration, who, SCAN, ScanType.PDF, DAY, organiser);
    }

    private void change(Runnable write) {
        transaction.executeWithoutResult(status -> write.run());
    }
}
