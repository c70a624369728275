package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** TIESS and at least 15 European partners: from which instant on the declaration has effect, and who does not count. */
@DeclarationSlice
class DateOfEffectTest {

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @Test
    void the_fifteenth_signature_before_midnight_gives_that_day_and_after_midnight_the_next() {
        assertThat(dayOfEffect("2026-12-10T23:59:59")).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(dayOfEffect("2026-12-11T00:00:01")).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    private LocalDate dayOfEffect(String fifteenth) {
        DeclarationId id = circulating("party TIESS and 15 of Europe", vises());
        List<SignatoryId> all = ids(id);
        sign(all.get(23), paris("2026-12-10T12:00:00"));
        all.subList(0, 14).forEach(one -> sign(one, paris("2026-12-10T12:00:00")));
        assertThat(complete(id)).isFalse();

        sign(all.get(14), paris(fifteenth));
        sign(all.get(15), paris("2026-12-12T10:00:00"));

        assertThat(complete(id)).isTrue();
        Declaration declaration = declarations.get(id);
        assertThat(declaration.effectiveAt()).isEqualTo(paris(fifteenth));
        return LocalDate.ofInstant(paris(fifteenth), declaration.zone());
    }

    @Test
    void the_trail_tells_the_date_of_effect_once_after_the_signature_that_met_the_rule() {
        DeclarationId id = circulating("1 of Europe", vises());

        sign(ids(id).get(0), paris("2026-12-10T12:00:00"));
        sign(ids(id).get(1), paris("2026-12-10T13:00:00"));

        assertThat(audit.entries(id))
                .filteredOn(entry -> entry.event().type() == AuditEventType.DECLARATION_EFFECTIVE)
                .singleElement()
                .extracting(AuditEntry::event)
                .satisfies(event -> assertThat(event.details()).containsEntry("effectiveAt", "2026-12-10T11:00:00Z"));
    }

    @Test
    void a_party_counts_once_all_its_signatories_have_signed() {
        DeclarationId id = circulating(
                "1 of all",
                List.of(party(
                        "Europe",
                        "CRESS",
                        person("Anne", SignatoryRole.SIGNATORY),
                        person("Bart", SignatoryRole.SIGNATORY))));

        sign(ids(id).get(0), paris("2026-12-10T12:00:00"));
        assertThat(complete(id)).isFalse();
        sign(ids(id).get(1), paris("2026-12-11T12:00:00"));

        assertThat(signatories.parties(id).get(0).boundAt()).isEqualTo(paris("2026-12-11T12:00:00"));
        assertThat(complete(id)).isTrue();
    }

    @Test
    void witnesses_approvers_and_observers_count_in_no_rule_and_are_no_party() {
        DeclarationId id = circulating(
                "all",
                List.of(
                        party("Europe", "Notariat", person("Wim", SignatoryRole.WITNESS)),
                        party(
                                "Europe",
                                "CRESS",
                                person("Anne", SignatoryRole.SIGNATORY),
                                person("Jo", SignatoryRole.APPROVER)),
                        party("Europe", "Interreg", person("Obe", SignatoryRole.OBSERVER))));

        assertThat(signatories.parties(id)).extracting(Party::name).containsExactly("CRESS");
        assertThat(signatories.organisations(id))
                .extracting(Party::name)
                .containsExactly("CRESS", "Notariat", "Interreg");
        assertThat(signatories.of(id)).extracting(Signatory::givenName).containsExactly("Anne", "Wim", "Jo", "Obe");
        sign(ids(id).get(1), paris("2026-12-10T12:00:00"));
        assertThat(complete(id)).isFalse();
        sign(ids(id).get(0), paris("2026-12-10T13:00:00"));
        assertThat(declarations.get(id).effectiveAt()).isEqualTo(paris("2026-12-10T13:00:00"));
    }

    @Test
    void a_visa_and_initials_are_answers_without_a_signature_and_an_observer_is_never_asked() {
        DeclarationId id = circulating(
                "all",
                List.of(party(
                        "Europe",
                        "CRESS",
                        person("Anne", SignatoryRole.SIGNATORY),
                        person("Jo", SignatoryRole.APPROVER),
                        person("Nico", SignatoryRole.NEGOTIATOR),
                        person("Obe", SignatoryRole.OBSERVER))));

        transaction.executeWithoutResult(status -> ids(id).forEach(one -> signatories.consented(one, Instant.now())));

        assertThat(signatories.of(id))
                .extracting(Signatory::state)
                .containsExactly(
                        SignatoryState.CONSENTED,
                        SignatoryState.APPROVED,
                        SignatoryState.INITIALLED,
                        SignatoryState.OBSERVING);
    }

    @Test
    void a_declaration_whose_rule_nobody_could_meet_is_not_released() {
        DeclarationId id = declarations.draft(TestDeclarations.of(vises(), terms("24 of Europe")), organiser);

        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.IMPOSSIBLE_RULE);
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.DRAFT);
    }

    @Test
    void blocks_keep_their_order_whoever_signs_first() {
        DeclarationId id = circulating("all", vises());
        List<Signatory> before = signatories.of(id);
        List<SignatoryId> shuffled = new ArrayList<>(ids(id));
        Collections.shuffle(shuffled, new Random(28));

        shuffled.forEach(one -> sign(one, paris("2026-12-10T12:00:00")));

        assertThat(signatories.of(id))
                .extracting(Signatory::id)
                .isEqualTo(before.stream().map(Signatory::id).toList());
        assertThat(signatories.of(id)).extracting(Signatory::precedence).isSorted();
    }

    private DeclarationId circulating(String rule, List<NewParty> parties) {
        DeclarationId id = declarations.draft(TestDeclarations.of(parties, terms(rule)), organiser);
        assertThat(declarations.release(id, organiser)).isEqualTo(MoveOutcome.DONE);
        transaction.executeWithoutResult(status -> rounds.next(id));
        return id;
    }

    private static Terms terms(String rule) {
        return new Terms(CompletionRule.parse(rule).orElseThrow(), null, OrderOfPrecedence.FIXED_LIST, false);
    }

    /** 23 Europeans and TIESS. */
    private static List<NewParty> vises() {
        List<NewParty> parties = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            parties.add(party("Europe", "Fédération " + n, person("Anne" + n, SignatoryRole.SIGNATORY)));
        }
        parties.add(party("Québec", "TIESS", person("Aimée", SignatoryRole.SIGNATORY)));
        return parties;
    }

    private static NewParty party(String side, String name, NewSignatory... people) {
        return new NewParty(side, name, "Wallonie", null, List.of(people));
    }

    private static NewSignatory person(String given, SignatoryRole role) {
        NewSignatory plain = TestDeclarations.signatory(given, "D’Hondt", 1);
        return new NewSignatory(
                given,
                "D’Hondt",
                plain.capacity(),
                new EmailAddress(given.replaceAll("[^A-Za-z0-9]", "x") + "@example.org"),
                plain.locale(),
                1,
                role);
    }

    private List<SignatoryId> ids(DeclarationId id) {
        return signatories.of(id).stream().map(Signatory::id).toList();
    }

    private boolean complete(DeclarationId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> rounds.complete(id)));
    }

    private void sign(SignatoryId id, Instant at) {
        transaction.executeWithoutResult(status -> {
            signatories.consented(id, at);
            signatories.signed(id, at, 2);
            signatories.counted(id, at);
        });
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local)
                .atZone(java.time.ZoneId.of("Europe/Paris"))
                .toInstant();
    }
}
