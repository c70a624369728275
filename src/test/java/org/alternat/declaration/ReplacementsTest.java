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
import org.alternat.shared.EmailAddress;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeclarationSlice
class ReplacementsTest {

    static final Person AIMEE = new Person(
            "Aimée",
            "Tremblay",
            "Directrice générale",
            new EmailAddress("aimee@tiess.example.org"),
            Locale.forLanguageTag("fr-CA"));

    @Autowired
    Declarations declarations;

    @Autowired
    Replacements replacements;

    @Autowired
    Signatories signatories;

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
    DeclarationId declaration;
    SignatoryId id;

    @BeforeEach
    void a_circulating_declaration_with_two_invited() {
        declaration = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        id = signatories.of(declaration).get(0).id();
        declarations.release(declaration, organiser);
        change(() -> rounds.next(declaration));
        signatories.of(declaration).forEach(one -> change(() -> signatories.invited(one.id(), Instant.now())));
        recorder.facts.clear();
    }

    @Test
    void another_person_takes_the_place_with_its_party_round_and_field() {
        Signatory before = signatories.get(id);

        assertThat(replace(AIMEE)).isEqualTo(MoveOutcome.DONE);

        Signatory after = signatories.get(id);
        assertThat(Person.of(after)).isEqualTo(AIMEE);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.state()).isEqualTo(SignatoryState.WAITING);
        assertThat(List.of(after.partyId(), after.round(), after.precedence()))
                .isEqualTo(List.of(before.partyId(), before.round(), before.precedence()));
        assertThat(recorder.facts).containsExactly(new PersonReplaced(declaration, id));
    }

    @Test
    void the_audit_trail_names_both_persons_and_no_address() {
        replace(AIMEE);

        AuditEntry entry = audit.entries(declaration).stream()
                .filter(one -> one.event().type() == AuditEventType.PERSON_REPLACED)
                .findFirst()
                .orElseThrow();
        assertThat(entry.event().details())
                .containsEntry("before", "Zoë D’Hondt 0, Secrétaire générale")
                .containsEntry("now", "Aimée Tremblay, Directrice générale")
                .containsEntry("address", "changed")
                .containsEntry("version", "2");
        assertThat(entry.event().details().toString()).doesNotContain("@");
    }

    @Test
    void the_earlier_person_is_kept_with_the_address_of_then() {
        replace(AIMEE);

        assertThat(jdbc.sql("select email from signatory_person where signatory_id = ? and person_version = 1")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("dhondt0@example.org");
    }

    @Test
    void a_wrong_address_is_corrected_in_the_same_way() {
        Person zoe = Person.of(signatories.get(id));

        assertThat(replace(new Person(
                        zoe.givenName(),
                        zoe.familyName(),
                        zoe.capacity(),
                        new EmailAddress("zoe@right.example.org"),
                        zoe.locale())))
                .isEqualTo(MoveOutcome.DONE);
        assertThat(signatories.get(id).email().value()).isEqualTo("zoe@right.example.org");
    }

    @Test
    void the_same_person_again_is_no_replacement() {
        assertThat(replace(Person.of(signatories.get(id)))).isEqualTo(MoveOutcome.SAME_PERSON);
        nothingHasChanged();
    }

    @Test
    void one_address_signs_once_for_a_party() {
        Person other = Person.of(signatories.of(declaration).get(1));

        assertThat(replace(other)).isEqualTo(MoveOutcome.ADDRESS_TAKEN);
        nothingHasChanged();
    }

    @Test
    void whoever_has_consented_keeps_the_place() {
        change(() -> signatories.consented(id, Instant.now()));

        assertThat(replace(AIMEE)).isEqualTo(MoveOutcome.ALREADY_ANSWERED);
        nothingHasChanged();
    }

    @Test
    void nobody_is_replaced_before_the_release_or_after_the_end() {
        DeclarationId draft = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        SignatoryId drafted = signatories.of(draft).get(0).id();
        assertThat(replacements.replace(draft, drafted, AIMEE, organiser)).isEqualTo(MoveOutcome.NOT_RELEASED);

        declarations.withdraw(declaration, "Le texte change.", organiser);
        assertThat(replace(AIMEE)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
    }

    @Test
    void only_an_organiser_of_this_declaration_replaces_its_people() {
        DeclarationId other = declarations.draft(TestDeclarations.ofRounds(1), organiser);

        assertThatThrownBy(() -> replacements.replace(declaration, id, AIMEE, TestDeclarations.organiser("Bert")))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> replacements.replace(other, id, AIMEE, organiser))
                .isInstanceOf(UnknownDeclarationException.class);
        nothingHasChanged();
    }

    private MoveOutcome replace(Person person) {
        return replacements.replace(declaration, id, person, organiser);
    }

    private void nothingHasChanged() {
        assertThat(signatories.get(id).version()).isEqualTo(1);
        assertThat(signatories.get(id).familyName()).isEqualTo("D’Hondt 0");
        assertThat(recorder.facts).isEmpty();
        assertThat(audit.entries(declaration))
                .noneMatch(entry -> entry.event().type() == AuditEventType.PERSON_REPLACED);
    }

    private void change(Runnable write) {
        transaction.executeWithoutResult(status -> write.run());
    }
}
