package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.IntakeResult;
import org.alternat.document.Revisions;
import org.alternat.pades.ChainFixture;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class CorrectionsTest {

    static final IntakeResult.Accepted CORRECTED = new IntakeResult.Accepted(ChainFixture.text(4), 4);

    @Autowired
    Declarations declarations;

    @Autowired
    Corrections corrections;

    @Autowired
    Delegations delegations;

    @Autowired
    Signatories signatories;

    @Autowired
    Revisions revisions;

    @Autowired
    AuditTrail audit;

    @Autowired
    FactRecorder recorder;

    @Autowired
    Rounds rounds;

    @Autowired
    InstrumentRows instruments;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId old;

    @BeforeEach
    void a_circulating_declaration_of_which_one_of_three_has_signed() {
        old = declarations.draft(TestDeclarations.ofRounds(1, 1, 2), organiser);
        declarations.release(old, organiser);
        change(() -> rounds.next(old));
        Signatory first = signatories.of(old).get(0);
        change(() -> signatories.consented(first.id(), Instant.now()));
        change(() -> signatories.signed(first.id(), Instant.now(), 2));
        recorder.facts.clear();
    }

    @Test
    void the_old_text_s_circulation_ends_and_what_was_signed_stays() {
        correct("Art. 3.");

        assertThat(declarations.get(old).state()).isEqualTo(DeclarationState.SUPERSEDED);
        assertThat(declarations.get(old).closedAt()).isNotNull();
        assertThat(declarations.withdrawalReason(old)).contains("Art. 3.");
        assertThat(signatories.of(old).get(0).state()).isEqualTo(SignatoryState.SIGNED);
        assertThat(revisions.read(old, 0)).isEqualTo(TestDeclarations.text());
        assertThat(recorder.facts).containsExactly(new DeclarationSuperseded(old));
    }

    @Test
    void the_successor_of_an_instrument_stays_attached() {
        DeclarationId original = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        Sha256 digest = TestDeclarations.text().sha256();
        instruments.insert(new Instrument(old, original, InstrumentKind.RESERVATION, digest));

        DeclarationId successor = correct("Art. 3.");

        assertThat(instruments.find(successor))
                .contains(new Instrument(successor, original, InstrumentKind.RESERVATION, digest));
    }

    @Test
    void a_draft_with_the_corrected_text_takes_its_place_with_the_same_people_and_terms() {
        delegations.choose(old, DelegationRule.ALLOW, organiser);

        DeclarationId successor = correct("Art. 3.");

        Declaration draft = declarations.get(successor);
        Declaration before = declarations.get(old);
        assertThat(draft.state()).isEqualTo(DeclarationState.DRAFT);
        assertThat(draft.textSha256()).isEqualTo(CORRECTED.text().sha256());
        assertThat(draft.reference()).isNotEqualTo(before.reference());
        assertThat(List.of(draft.title(), draft.deadline(), draft.terms(), draft.zone()))
                .isEqualTo(List.of(before.title(), before.deadline(), before.terms(), before.zone()));
        assertThat(who(successor)).isEqualTo(who(old));
        assertThat(signatories.of(successor)).allMatch(one -> one.state() == SignatoryState.WAITING);
        assertThat(declarations.organisers(successor)).isEqualTo(declarations.organisers(old));
        assertThat(delegations.rule(successor)).isEqualTo(DelegationRule.ALLOW);
        assertThat(declarations.texts(successor)).isEmpty();
        assertThat(corrections.around(old).later()).isEqualTo(draft);
        assertThat(corrections.around(successor).earlier()).isEqualTo(before);
        assertThat(corrections.earlier(successor)).containsExactly(before);
    }

    @Test
    void both_trails_name_both_texts() {
        DeclarationId successor = correct("Art. 3.");

        for (DeclarationId trail : List.of(old, successor)) {
            AuditEntry entry = audit.entries(trail).stream()
                    .filter(one -> one.event().type() == AuditEventType.TEXT_CORRECTED)
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.event().actor()).isEqualTo("organiser:" + organiser.staffId());
            assertThat(entry.event().details())
                    .containsEntry("earlier", declarations.get(old).reference())
                    .containsEntry("later", declarations.get(successor).reference())
                    .containsEntry("laterSha256", CORRECTED.text().sha256().hex())
                    .containsEntry("signatures", "1");
        }
    }

    @Test
    void a_delegate_still_acts_for_who_was_named() {
        delegations.choose(old, DelegationRule.ALLOW, organiser);
        Person paul = new Person(
                "Paul", "Martin", "Directeur", new EmailAddress("paul@example.org"), Locale.forLanguageTag("fr-BE"));
        change(() ->
                delegations.ask(signatories.locked(signatories.of(old).get(1).id()), paul));

        DeclarationId successor = correct("Art. 3.");

        assertThat(signatories.of(successor).stream().map(one -> one.familyName() + "/" + one.onBehalfOf()))
                .containsExactly("D’Hondt 0/null", "Martin/Zoë D’Hondt 1", "D’Hondt 2/null");
    }

    @Test
    void once_released_everybody_is_asked_anew_round_by_round() {
        DeclarationId successor = correct("Art. 3.");

        assertThat(declarations.release(successor, organiser)).isEqualTo(MoveOutcome.DONE);
        change(() -> rounds.next(successor));

        assertThat(signatories.awaited(successor))
                .extracting(Signatory::familyName)
                .containsExactly("D’Hondt 0", "D’Hondt 1");
    }

    @Test
    void a_correction_of_a_correction_names_every_earlier_text() {
        DeclarationId second = correct("Art. 3.");
        declarations.release(second, organiser);
        DeclarationId third = Objects.requireNonNull(corrections
                .correct(second, new IntakeResult.Accepted(ChainFixture.text(5), 5), "Art. 4.", organiser)
                .successor());

        assertThat(corrections.earlier(third)).extracting(Declaration::id).containsExactly(second, old);
    }

    @Test
    void what_cannot_be_corrected_says_why_and_changes_nothing() {
        assertThat(outcome(new IntakeResult.Accepted(TestDeclarations.text(), 3), "Art. 3."))
                .isEqualTo(MoveOutcome.SAME_TEXT);
        assertThat(outcome(CORRECTED, " ")).isEqualTo(MoveOutcome.WITHOUT_REASON);
        assertThat(outcome(CORRECTED, "x".repeat(1001))).isEqualTo(MoveOutcome.REASON_TOO_LONG);
        assertThat(declarations.get(old).state()).isEqualTo(DeclarationState.CIRCULATING);
        assertThat(corrections.around(old).later()).isNull();
        assertThat(recorder.facts).isEmpty();
    }

    @Test
    void a_text_that_is_in_effect_or_not_in_circulation_is_not_corrected() {
        DeclarationId draft = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        assertThat(corrections.correct(draft, CORRECTED, "Art. 3.", organiser).outcome())
                .isEqualTo(MoveOutcome.NOT_RELEASED);
        declarations.release(draft, organiser);
        Signatory only = signatories.of(draft).get(0);
        change(() -> rounds.next(draft));
        change(() -> signatories.consented(only.id(), Instant.now()));
        change(() -> signatories.signed(only.id(), Instant.now(), 2));
        change(() -> signatories.counted(only.id(), Instant.now()));
        assertThat(corrections.correct(draft, CORRECTED, "Art. 3.", organiser).outcome())
                .isEqualTo(MoveOutcome.IN_EFFECT);

        correct("Art. 3.");
        assertThat(outcome(new IntakeResult.Accepted(ChainFixture.text(5), 5), "Art. 4."))
                .isEqualTo(MoveOutcome.ALREADY_CLOSED);
        assertThatThrownBy(() -> corrections.correct(old, CORRECTED, "Art. 3.", TestDeclarations.organiser("Bert")))
                .isInstanceOf(UnknownDeclarationException.class);
    }

    private DeclarationId correct(String reason) {
        Correction correction = corrections.correct(old, CORRECTED, reason, organiser);
        assertThat(correction.outcome()).isEqualTo(MoveOutcome.DONE);
        return Objects.requireNonNull(correction.successor());
    }

    private MoveOutcome outcome(IntakeResult.Accepted text, String reason) {
        return corrections.correct(old, text, reason, organiser).outcome();
    }

    private List<String> who(DeclarationId id) {
        return signatories.of(id).stream()
                .map(one -> one.precedence() + ". " + Person.of(one).inWords() + ", "
                        + one.email().value() + ", "
                        + signatories.party(one.partyId()).name() + ", " + one.round() + ", " + one.role())
                .toList();
    }

    private void change(Runnable write) {
        transaction.executeWithoutResult(status -> write.run());
    }
}
