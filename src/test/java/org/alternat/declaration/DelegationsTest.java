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
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class DelegationsTest {

    static final Person PAUL = person("Paul", "Martin", "paul@example.org");
    static final Person RITA = person("Rita", "Maes", "rita@example.org");

    @Autowired
    Declarations declarations;

    @Autowired
    Delegations delegations;

    @Autowired
    Replacements replacements;

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

    @BeforeEach
    void a_circulating_declaration_with_two_invited_for_one_party() {
        declaration = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        id = signatories.of(declaration).get(0).id();
        declarations.release(declaration, organiser);
        change(() -> rounds.next(declaration));
        signatories.of(declaration).forEach(one -> change(() -> signatories.invited(one.id(), Instant.now())));
        recorder.facts.clear();
    }

    @Test
    void an_organiser_decides_unless_it_was_chosen_otherwise() {
        assertThat(delegations.rule(declaration)).isEqualTo(DelegationRule.CONFIRM);

        assertThat(ask(PAUL)).isEqualTo(DelegationOutcome.ASKED);

        assertThat(signatories.get(id).version()).isEqualTo(1);
        assertThat(delegations.undecided(declaration)).singleElement().satisfies(wish -> {
            assertThat(wish.to()).isEqualTo(PAUL);
            assertThat(wish.number()).isEqualTo(1);
        });
        assertThat(recorder.facts).containsExactly(new DelegationAsked(declaration, id, 1));
        assertThat(told(AuditEventType.DELEGATION_ASKED).event().actor()).isEqualTo("signatory:" + id);
    }

    @Test
    void once_confirmed_the_delegate_holds_the_place_and_acts_for_the_signatory() {
        Signatory before = signatories.get(id);
        ask(PAUL);

        assertThat(delegations.confirm(declaration, id, 1, organiser)).isEqualTo(MoveOutcome.DONE);

        Signatory after = signatories.get(id);
        assertThat(Person.of(after)).isEqualTo(PAUL);
        assertThat(after.onBehalfOf()).isEqualTo("Zoë D’Hondt 0");
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.state()).isEqualTo(SignatoryState.WAITING);
        assertThat(List.of(after.partyId(), after.round(), after.precedence()))
                .isEqualTo(List.of(before.partyId(), before.round(), before.precedence()));
        assertThat(recorder.facts)
                .contains(new PersonReplaced(declaration, id), new DelegationDecided(declaration, id, 1));
        assertThat(delegations.undecided(declaration)).isEmpty();
    }

    @Test
    void the_audit_trail_names_both_and_no_address() {
        ask(PAUL);
        delegations.confirm(declaration, id, 1, organiser);

        AuditEntry entry = told(AuditEventType.SIGNATURE_DELEGATED);
        assertThat(entry.event().actor()).isEqualTo("organiser:" + organiser.staffId());
        assertThat(entry.event().details())
                .containsEntry("from", "Zoë D’Hondt 0, Secrétaire générale")
                .containsEntry("to", "Paul Martin, Directeur adjoint");
        assertThat(entry.event().details().toString()).doesNotContain("@");
    }

    @Test
    void what_is_allowed_beforehand_takes_place_at_once() {
        delegations.choose(declaration, DelegationRule.ALLOW, organiser);

        assertThat(ask(PAUL)).isEqualTo(DelegationOutcome.GIVEN);

        assertThat(signatories.get(id).familyName()).isEqualTo("Martin");
        assertThat(told(AuditEventType.SIGNATURE_DELEGATED).event().actor()).isEqualTo("signatory:" + id);
        assertThat(recorder.facts)
                .containsExactly(
                        new DelegationAsked(declaration, id, 1),
                        new PersonReplaced(declaration, id),
                        new DelegationDecided(declaration, id, 1));
    }

    @Test
    void a_delegate_does_not_hand_the_place_on() {
        delegations.choose(declaration, DelegationRule.ALLOW, organiser);
        ask(PAUL);

        assertThat(ask(RITA)).isEqualTo(DelegationOutcome.DELEGATE_ALREADY);
        assertThat(signatories.get(id).familyName()).isEqualTo("Martin");
    }

    @Test
    void nobody_who_signs_for_the_party_already_and_nobody_at_the_same_address_is_a_delegate() {
        assertThat(ask(Person.of(signatories.of(declaration).get(1)))).isEqualTo(DelegationOutcome.ADDRESS_TAKEN);
        assertThat(ask(person("Paul", "Martin", "dhondt0@example.org"))).isEqualTo(DelegationOutcome.SAME_MAILBOX);
        nothingHasChanged();
    }

    @Test
    void a_witness_is_not_represented() {
        DeclarationId other = declarations.draft(
                TestDeclarations.of(List.of(new NewParty(
                        "Europe",
                        "Fédération",
                        "Wallonie",
                        null,
                        List.of(
                                TestDeclarations.signatory("Zoë", "D’Hondt", 1),
                                new NewSignatory(
                                        "Wim",
                                        "Peeters",
                                        "Notaris",
                                        new EmailAddress("wim@example.org"),
                                        Locale.ENGLISH,
                                        1,
                                        SignatoryRole.WITNESS))))),
                organiser);
        declarations.release(other, organiser);
        SignatoryId witness = signatories.of(other).stream()
                .filter(one -> one.role() == SignatoryRole.WITNESS)
                .findFirst()
                .orElseThrow()
                .id();

        DelegationOutcome outcome = transaction.execute(status -> delegations.ask(signatories.locked(witness), PAUL));
        assertThat(outcome).isEqualTo(DelegationOutcome.NOT_OFFERED);
    }

    @Test
    void one_wish_waits_at_a_time_and_three_are_enough() {
        for (int number = 1; number <= Delegations.MOST; number++) {
            assertThat(ask(PAUL)).isEqualTo(DelegationOutcome.ASKED);
            assertThat(ask(RITA)).isEqualTo(DelegationOutcome.UNDECIDED);
            assertThat(delegations.decline(declaration, id, number, organiser)).isEqualTo(MoveOutcome.DONE);
        }
        assertThat(ask(RITA)).isEqualTo(DelegationOutcome.TOO_MANY);
        assertThat(signatories.get(id).familyName()).isEqualTo("D’Hondt 0");
        assertThat(signatories.get(id).state()).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void an_answer_that_came_first_leaves_nothing_to_confirm() {
        ask(PAUL);
        change(() -> signatories.consented(id, Instant.now()));

        assertThat(delegations.undecided(declaration)).isEmpty();
        assertThat(delegations.confirm(declaration, id, 1, organiser)).isEqualTo(MoveOutcome.ALREADY_ANSWERED);
        assertThat(delegations.decline(declaration, id, 1, organiser)).isEqualTo(MoveOutcome.ALREADY_ANSWERED);
        assertThat(signatories.get(id).version()).isEqualTo(1);
    }

    @Test
    void a_wish_dies_with_the_person_who_had_it_and_is_decided_once() {
        ask(PAUL);
        replacements.replace(declaration, id, RITA, organiser);

        assertThat(delegations.undecided(declaration)).isEmpty();
        assertThat(delegations.confirm(declaration, id, 1, organiser)).isEqualTo(MoveOutcome.NOTHING_TO_DECIDE);

        assertThat(ask(PAUL)).isEqualTo(DelegationOutcome.ASKED);
        delegations.decline(declaration, id, 2, organiser);
        assertThat(delegations.confirm(declaration, id, 2, organiser)).isEqualTo(MoveOutcome.NOTHING_TO_DECIDE);
        assertThat(signatories.get(id).familyName()).isEqualTo("Maes");
    }

    @Test
    void a_delegate_s_corrected_address_keeps_for_whom_and_another_person_acts_in_an_own_name() {
        delegations.choose(declaration, DelegationRule.ALLOW, organiser);
        ask(PAUL);

        replacements.replace(declaration, id, person("Paul", "Martin", "paul@right.example.org"), organiser);
        assertThat(signatories.get(id).onBehalfOf()).isEqualTo("Zoë D’Hondt 0");
        replacements.replace(declaration, id, RITA, organiser);
        assertThat(signatories.get(id).onBehalfOf()).isNull();
    }

    @Test
    void only_an_organiser_of_this_declaration_decides_and_only_while_it_circulates() {
        TestDeclarations.Staff bert = TestDeclarations.organiser("Bert");
        ask(PAUL);
        assertThatThrownBy(() -> delegations.confirm(declaration, id, 1, bert))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> delegations.choose(declaration, DelegationRule.ALLOW, bert))
                .isInstanceOf(UnknownDeclarationException.class);

        declarations.withdraw(declaration, "Le texte change.", organiser);

        assertThat(delegations.confirm(declaration, id, 1, organiser)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
        assertThat(delegations.choose(declaration, DelegationRule.ALLOW, organiser))
                .isEqualTo(MoveOutcome.ALREADY_CLOSED);
    }

    private DelegationOutcome ask(Person delegate) {
        return Objects.requireNonNull(transaction.execute(status -> delegations.ask(signatories.locked(id), delegate)));
    }

    private AuditEntry told(AuditEventType type) {
        return audit.entries(declaration).stream()
                .filter(one -> one.event().type() == type)
                .findFirst()
                .orElseThrow();
    }

    private void nothingHasChanged() {
        assertThat(signatories.get(id).version()).isEqualTo(1);
        assertThat(delegations.undecided(declaration)).isEmpty();
        assertThat(recorder.facts).isEmpty();
    }

    private void change(Runnable write) {
        transaction.executeWithoutResult(status -> write.run());
    }

    private static Person person(String given, String family, String address) {
        return new Person(
                given, family, "Directeur adjoint", new EmailAddress(address), Locale.forLanguageTag("fr-BE"));
    }
}
