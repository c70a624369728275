package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A party is listed before it has said who signs for it. */
@DeclarationSlice
class ToBeConfirmedTest {

    static final Person AIMEE = ReplacementsTest.AIMEE;

    @Autowired
    Declarations declarations;

    @Autowired
    Drafts drafts;

    @Autowired
    Replacements replacements;

    @Autowired
    PaperSignatures papers;

    @Autowired
    Mandates mandates;

    @Autowired
    Signatories signatories;

    @Autowired
    AuditTrail audit;

    @Autowired
    FactRecorder recorder;

    @Autowired
    JdbcClient jdbc;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @Test
    void the_declaration_goes_out_as_long_as_somebody_is_named() {
        DeclarationId id = drafted(TestDeclarations.signatory("Zoë", "D’Hondt", 1), TestDeclarations.toBeConfirmed(1));

        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.DONE);

        Signatory place = place(id);
        assertThat(place.isNamed()).isFalse();
        assertThat(place.fullName()).isEqualTo(Signatory.NAME_TO_COME);
        assertThat(place.email()).isNull();
    }

    @Test
    void a_declaration_that_would_write_to_nobody_is_not_released() {
        DeclarationId id = drafted(TestDeclarations.toBeConfirmed(1), TestDeclarations.toBeConfirmed(1));

        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.NOBODY_NAMED);

        assertThat(drafts.hindrances(declarations.get(id)))
                .contains(new Hindrance(MoveOutcome.NOBODY_NAMED, Hindrance.PARTIES));
    }

    @Test
    void whoever_is_named_holds_the_place_and_the_audit_trail_tells_that_nobody_held_it_before() {
        DeclarationId id = released();
        SignatoryId place = place(id).id();
        recorder.facts.clear();

        assertThat(replacements.replace(id, place, AIMEE, organiser)).isEqualTo(MoveOutcome.DONE);

        assertThat(Person.of(signatories.get(place))).isEqualTo(AIMEE);
        assertThat(recorder.facts).containsExactly(new PersonReplaced(id, place));
        AuditEvent named = audit.entries(id).get(audit.entries(id).size() - 1).event();
        assertThat(named.type()).isEqualTo(AuditEventType.PERSON_NAMED);
        assertThat(named.details())
                .containsEntry("now", "Aimée Tremblay, Directrice générale")
                .doesNotContainKeys("before", "address");
        assertThat(jdbc.sql("select count(*) from signatory_person where signatory_id = ?")
                        .param(place.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_signs_on_paper_and_nobody_s_mandate_is_recorded_before_that() {
        DeclarationId id = released();
        SignatoryId place = place(id).id();

        assertThat(papers.record(id, place, new byte[] {1}, ScanType.PDF, LocalDate.of(2026, 11, 20), organiser))
                .isEqualTo(MoveOutcome.TO_BE_CONFIRMED);
        assertThat(mandates.record(
                        id,
                        place,
                        new NewMandate(MandateGround.STATUTES, "Art. 12", "Anouk", null),
                        new byte[0],
                        organiser))
                .isEqualTo(MoveOutcome.TO_BE_CONFIRMED);
        assertThat(signatories.get(place).state()).isEqualTo(SignatoryState.WAITING);
    }

    @Test
    void a_person_of_the_party_is_not_named_a_second_time() {
        DeclarationId id = released();
        EmailAddress taken = signatories.of(id).get(0).mailbox();

        assertThat(replacements.replace(
                        id,
                        place(id).id(),
                        new Person("Zoë", "D’Hondt", "Trésorière", taken, Locale.forLanguageTag("fr-BE")),
                        organiser))
                .isEqualTo(MoveOutcome.ADDRESS_TAKEN);
    }

    private DeclarationId released() {
        DeclarationId id = drafted(TestDeclarations.signatory("Zoë", "D’Hondt", 1), TestDeclarations.toBeConfirmed(1));
        declarations.release(id, organiser);
        return id;
    }

    private Signatory place(DeclarationId id) {
        return signatories.of(id).get(1);
    }

    private DeclarationId drafted(NewSignatory... people) {
        return declarations.draft(
                TestDeclarations.of(List.of(new NewParty("Québec", "Un réseau", "Québec", null, List.of(people)))),
                organiser);
    }
}
