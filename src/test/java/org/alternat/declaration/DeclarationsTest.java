package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class DeclarationsTest {

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    DeclarationCompletion completion;

    @Autowired
    AuditTrail audit;

    @Autowired
    FactRecorder recorder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId id;

    @BeforeEach
    void a_draft_with_four_signatories_in_two_parties() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 1, 1, 2), organiser);
        recorder.facts.clear();
    }

    @Test
    void a_draft_reads_back_as_it_was_made() {
        Declaration draft = declarations.get(id);

        assertThat(draft.state()).isEqualTo(DeclarationState.DRAFT);
        assertThat(draft.reference()).matches("ALT-\\d{4}-\\d{4}");
        assertThat(draft.title()).isEqualTo("Déclaration commune");
        assertThat(draft.languages()).containsExactly(Locale.FRENCH, Locale.ENGLISH);
        assertThat(draft.zone().getId()).isEqualTo("Europe/Paris");
        assertThat(draft.textSha256()).isEqualTo(TestDeclarations.text().sha256());
        assertThat(draft.pages()).isEqualTo(3);
        assertThat(draft.releasedAt()).isNull();
        assertThat(declarations.texts(id)).extracting(LanguageText::content).containsExactly("Nous, parties…");
        assertThat(declarations.organisers(id)).extracting(Organiser::id).containsExactly(organiser.staffId());
        assertThat(signatories.parties(id)).extracting(Party::name).containsExactly("Fédération 0", "Fédération 2");
        assertThat(signatories.of(id)).extracting(Signatory::precedence).containsExactly(1, 2, 3, 4);
        assertThat(signatories.of(id).get(0).fullName()).isEqualTo("Zoë D’Hondt 0");
    }

    @Test
    void references_are_counted_up_and_not_given_twice() {
        String next = declarations
                .get(declarations.draft(TestDeclarations.ofRounds(1), organiser))
                .reference();

        assertThat(next).isGreaterThan(declarations.get(id).reference());
    }

    @Test
    void the_audit_trail_tells_counts_and_digests_and_no_names() {
        declarations.release(id, organiser);

        List<AuditEntry> entries = audit.entries(id);
        assertThat(entries)
                .extracting(entry -> entry.event().type())
                .containsExactly(AuditEventType.DECLARATION_CREATED, AuditEventType.DECLARATION_RELEASED);
        assertThat(entries.get(1).event().actor()).isEqualTo("organiser:" + organiser.staffId());
        assertThat(entries.get(1).event().details())
                .containsEntry("signatories", "4")
                .containsEntry("parties", "2")
                .containsEntry("sha256", TestDeclarations.text().sha256().hex());
        assertThat(audit.jsonLines(id)).doesNotContain("Hondt", "@", "Anouk");
        assertThat(audit.verify(id).intact()).isTrue();
    }

    @Test
    void a_release_tells_its_fact_once_and_a_second_one_is_refused() {
        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.ALREADY_RELEASED);

        assertThat(recorder.facts).containsExactly(new DeclarationReleased(id));
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.CIRCULATING);
        assertThat(declarations.get(id).releasedAt()).isNotNull();
    }

    @Test
    void a_draft_without_signatories_is_not_released() {
        DeclarationId empty = declarations.draft(TestDeclarations.ofRounds(), organiser);

        assertThat(declarations.release(empty, organiser)).isEqualTo(MoveOutcome.WITHOUT_SIGNATORIES);
        assertThat(declarations.get(empty).state()).isEqualTo(DeclarationState.DRAFT);
    }

    @Test
    void a_draft_whose_deadline_has_passed_is_not_released() {
        jdbc.sql("update declaration set deadline = ? where id = ?")
                .params(DeclarationRows.stored(Instant.now().minusSeconds(60)), id.value())
                .update();

        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.DEADLINE_PASSED);
    }

    @Test
    void somebody_else_finds_no_declaration() {
        TestDeclarations.Staff stranger = TestDeclarations.organiser("Bert");

        assertThatThrownBy(() -> declarations.ofOrganiser(id, stranger))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> declarations.release(id, stranger)).isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> declarations.withdraw(id, "no", stranger))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> declarations.remind(id, null, stranger))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThat(declarations.ofOrganiser(stranger.staffId())).isEmpty();
    }

    @Test
    void a_circulation_is_withdrawn_once_with_a_reason() {
        declarations.release(id, organiser);
        recorder.facts.clear();

        assertThat(declarations.withdraw(id, "  ", organiser)).isEqualTo(MoveOutcome.WITHOUT_REASON);
        assertThat(declarations.withdraw(id, " Le texte change. ", organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(declarations.withdraw(id, "again", organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);

        assertThat(recorder.facts).containsExactly(new DeclarationWithdrawn(id));
        assertThat(declarations.withdrawalReason(id)).hasValue("Le texte change.");
        assertThat(declarations.get(id).closedAt()).isNotNull();
    }

    @Test
    void a_discarded_draft_tells_nobody() {
        assertThat(declarations.withdraw(id, "Erreur", organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(recorder.facts).isEmpty();
        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.ALREADY_RELEASED);
    }

    @Test
    void what_is_sealed_cannot_be_withdrawn() {
        declarations.release(id, organiser);
        assertThat(completion.sealed(id, Instant.now())).isTrue();

        assertThat(declarations.withdraw(id, "late", organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
        assertThat(declarations.remind(id, null, organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
    }

    @Test
    void the_end_is_said_once() {
        declarations.release(id, organiser);

        assertThat(completion.archived(id, Instant.now())).isFalse();
        assertThat(completion.sealed(id, Instant.now())).isTrue();
        assertThat(completion.sealed(id, Instant.now())).isFalse();
        assertThat(completion.incomplete(id)).isFalse();
        assertThat(completion.archived(id, Instant.now())).isTrue();
        assertThat(completion.archived(id, Instant.now())).isFalse();
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.ARCHIVED);
    }

    @Test
    void an_incomplete_circulation_is_closed_and_recorded() {
        declarations.release(id, organiser);

        assertThat(completion.incomplete(id)).isTrue();
        assertThat(completion.incomplete(id)).isFalse();

        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.INCOMPLETE);
        assertThat(audit.entries(id))
                .extracting(entry -> entry.event().type())
                .endsWith(AuditEventType.DECLARATION_INCOMPLETE);
    }

    @Test
    void a_collision_with_somebody_else_is_tried_again_and_leaves_one_trace() {
        declarations.release(id, organiser);
        SignatoryId invited = signatory(0);
        transaction.executeWithoutResult(status -> signatories.invited(invited, Instant.now()));
        recorder.facts.clear();
        recorder.collisions.set(1);

        assertThat(declarations.remind(id, invited, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(recorder.facts).containsExactly(new ReminderRequested(id, invited));
        assertThat(audit.entries(id).stream()
                        .filter(entry -> entry.event().type() == AuditEventType.REMINDER_REQUESTED))
                .hasSize(1);
    }

    @Test
    void only_open_invitations_are_reminded() {
        assertThat(declarations.remind(id, null, organiser)).isEqualTo(MoveOutcome.NOT_RELEASED);
        declarations.release(id, organiser);
        SignatoryId invited = signatory(0);
        SignatoryId answered = signatory(1);
        assertThat(declarations.remind(id, null, organiser)).isEqualTo(MoveOutcome.NOBODY_TO_REMIND);
        transaction.executeWithoutResult(status -> {
            rounds.next(id);
            signatories.invited(invited, Instant.now());
            signatories.invited(answered, Instant.now());
            signatories.refused(answered, Instant.now(), "Pas de mandat");
        });
        recorder.facts.clear();

        assertThat(declarations.remind(id, null, organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(declarations.remind(id, invited, organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(declarations.remind(id, answered, organiser)).isEqualTo(MoveOutcome.ALREADY_ANSWERED);
        assertThat(declarations.remind(id, signatory(2), organiser)).isEqualTo(MoveOutcome.NOT_INVITED);
        assertThatThrownBy(() -> declarations.remind(id, SignatoryId.random(), organiser))
                .isInstanceOf(UnknownDeclarationException.class);

        assertThat(recorder.facts)
                .containsExactly(new ReminderRequested(id, invited), new ReminderRequested(id, invited));
    }

    private SignatoryId signatory(int place) {
        return signatories.of(id).get(place).id();
    }
}
