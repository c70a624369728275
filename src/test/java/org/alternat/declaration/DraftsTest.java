package org.alternat.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.alternat.document.IntakeResult;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Publicity;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeclarationSlice
class DraftsTest {

    static final PdfBytes OTHER = new PdfBytes("%PDF-1.7 another".getBytes(StandardCharsets.US_ASCII));

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftSteps steps;

    @Autowired
    Publicities publicities;

    @Autowired
    Revisions revisions;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    DeclarationId id;

    @BeforeEach
    void a_draft_of_three_parties() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 1, 1, 1, 1), organiser);
    }

    @Test
    void a_signatory_joins_the_party_of_the_same_name() {
        drafts.add(id, party("Fédération 0", "Łukasz"), organiser);

        assertThat(signatories.parties(id)).hasSize(3);
        assertThat(givenNames()).containsExactly("Zoë", "Zoë", "Łukasz", "Zoë", "Zoë", "Zoë");
        assertThat(signatories.of(id)).extracting(Signatory::precedence).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void a_new_party_stands_last() {
        drafts.add(id, party("TIESS", "Élise"), organiser);

        assertThat(partyNames()).containsExactly("Fédération 0", "Fédération 2", "Fédération 4", "TIESS");
        assertThat(givenNames()).endsWith("Élise");
    }

    @Test
    void a_party_goes_with_its_last_signatory() {
        drafts.remove(id, signatory(4), organiser);

        assertThat(partyNames()).containsExactly("Fédération 0", "Fédération 2");
        assertThat(signatories.of(id)).extracting(Signatory::precedence).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_changed_signatory_moves_to_the_party_that_is_named() {
        drafts.change(id, signatory(0), party("Fédération 4", "Söhnke"), organiser);

        assertThat(givenNames()).containsExactly("Zoë", "Zoë", "Zoë", "Söhnke", "Zoë");
        assertThat(signatories.of(id)).extracting(Signatory::precedence).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_raised_party_takes_its_signatories_along() {
        SignatoryId last = signatory(4);

        drafts.raise(id, signatories.parties(id).get(2).id(), organiser);
        drafts.raise(id, signatories.parties(id).get(1).id(), organiser);
        drafts.raise(id, signatories.parties(id).get(0).id(), organiser);

        assertThat(partyNames()).containsExactly("Fédération 4", "Fédération 0", "Fédération 2");
        assertThat(signatory(0)).isEqualTo(last);
    }

    @Test
    void parties_are_replaced_as_a_whole() {
        steps.parties(id, List.of(party("TIESS", "Élise")), organiser);

        assertThat(partyNames()).containsExactly("TIESS");
        assertThat(givenNames()).containsExactly("Élise");
    }

    @Test
    void another_text_has_another_digest_and_leaves_the_parties_alone() {
        SignatoryId first = signatory(0);

        steps.text(id, another(), organiser);

        Declaration changed = declarations.get(id);
        assertThat(changed.title()).isEqualTo("Une autre déclaration");
        assertThat(changed.textSha256()).isEqualTo(OTHER.sha256());
        assertThat(changed.pages()).isEqualTo(9);
        assertThat(declarations.texts(id)).isEmpty();
        assertThat(revisions.read(id)).isEqualTo(OTHER);
        assertThat(partyNames()).hasSize(3);
        assertThat(signatory(0)).isEqualTo(first);
    }

    @Test
    void a_draft_that_is_begun_with_its_text_is_released_only_once_somebody_has_set_its_rules_and_its_funding() {
        DraftRules proposed =
                new DraftRules(ZoneId.of("Europe/Paris"), Instant.now().plusSeconds(86_400), Terms.PLAIN);
        DeclarationId begun = steps.begin(another(), proposed, organiser);
        assertThat(drafts.hindrances(declarations.get(begun)))
                .containsExactly(
                        new Hindrance(MoveOutcome.WITHOUT_SIGNATORIES, "parties"),
                        new Hindrance(MoveOutcome.RULES_NOT_SET, "rules"),
                        new Hindrance(MoveOutcome.WITHOUT_PUBLICITY, "publicity"));

        steps.parties(begun, List.of(party("TIESS", "Élise")), organiser);
        assertThat(declarations.release(begun, organiser)).isEqualTo(MoveOutcome.RULES_NOT_SET);

        DraftRules set = new DraftRules(ZoneId.of("America/Montreal"), proposed.deadline(), Terms.PLAIN);
        steps.rules(begun, set, organiser);
        assertThat(declarations.get(begun).zone()).isEqualTo(set.zone());
        assertThat(declarations.release(begun, organiser)).isEqualTo(MoveOutcome.WITHOUT_PUBLICITY);

        publicities.set(begun, Publicity.NOT_DUE, null, organiser);
        assertThat(declarations.release(begun, organiser)).isEqualTo(MoveOutcome.DONE);
    }

    @Test
    void nothing_changes_after_the_release() {
        declarations.release(id, organiser);

        assertThat(drafts.add(id, party("TIESS", "Élise"), organiser)).isEqualTo(MoveOutcome.ALREADY_RELEASED);
        assertThat(drafts.remove(id, signatory(0), organiser)).isEqualTo(MoveOutcome.ALREADY_RELEASED);
        assertThat(steps.text(id, another(), organiser)).isEqualTo(MoveOutcome.ALREADY_RELEASED);
        assertThat(revisions.read(id)).isEqualTo(TestDeclarations.text());
        assertThat(signatories.of(id)).hasSize(5);
    }

    @Test
    void all_that_hinders_a_release_is_told_at_once_with_the_page_that_mends_it() {
        Instant past = Instant.now().minusSeconds(60);
        Terms terms = new Terms(
                CompletionRule.parse("9 of \"Europe\"").orElseThrow(),
                past.minusSeconds(60),
                OrderOfPrecedence.parse("fixed list, host first \"Nobody\"").orElseThrow(),
                false,
                List.of());
        NewDeclaration made = TestDeclarations.of(List.of(party("TIESS", "Élise")), terms);
        DeclarationId faulty = declarations.draft(
                new NewDeclaration(
                        made.title(),
                        made.placeAndDate(),
                        made.versions(),
                        made.zone(),
                        past,
                        made.document(),
                        made.texts(),
                        terms,
                        made.parties(),
                        Publicity.NOT_DUE),
                organiser);

        assertThat(drafts.hindrances(declarations.get(faulty)))
                .containsExactly(
                        new Hindrance(MoveOutcome.DEADLINE_PASSED, "rules"),
                        new Hindrance(MoveOutcome.IMPOSSIBLE_RULE, "rules"),
                        new Hindrance(MoveOutcome.UNKNOWN_HOST, "rules"),
                        new Hindrance(MoveOutcome.CLOSES_BEFORE_DEADLINE, "rules"));
        assertThat(declarations.release(faulty, organiser)).isEqualTo(MoveOutcome.DEADLINE_PASSED);
        assertThat(drafts.hindrances(declarations.get(id))).isEmpty();
    }

    @Test
    void a_signatory_of_another_declaration_is_unknown_here() {
        DeclarationId other = declarations.draft(TestDeclarations.ofRounds(1), organiser);
        SignatoryId elsewhere = signatories.of(other).get(0).id();

        assertThatThrownBy(() -> drafts.remove(id, elsewhere, organiser))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThat(signatories.of(other)).hasSize(1);
    }

    @Test
    void somebody_else_cannot_touch_a_draft() {
        TestDeclarations.Staff stranger = TestDeclarations.organiser("Bert");

        assertThatThrownBy(() -> drafts.add(id, party("TIESS", "Élise"), stranger))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> drafts.remove(id, signatory(0), stranger))
                .isInstanceOf(UnknownDeclarationException.class);
    }

    private static DraftText another() {
        return new DraftText(
                "Une autre déclaration",
                "Fait à Lille",
                LanguageVersions.authentic(List.of(Locale.FRENCH)),
                new IntakeResult.Accepted(OTHER, 9),
                List.of());
    }

    private static NewParty party(String name, String given) {
        return new NewParty("Québec", name, "Québec", null, List.of(TestDeclarations.signatory(given, "Tremblay", 1)));
    }

    private SignatoryId signatory(int place) {
        return signatories.of(id).get(place).id();
    }

    private List<String> partyNames() {
        return signatories.parties(id).stream().map(Party::name).toList();
    }

    private List<String> givenNames() {
        return signatories.of(id).stream().map(Signatory::givenName).toList();
    }
}
