package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alternat.access.DeskCode;
import org.alternat.access.DeskCodes;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.Prolongations;
import org.alternat.declaration.Replacements;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.declaration.TestDeclarations;
import org.alternat.declaration.UnknownDeclarationException;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A desk code opens what the mailed link and code would open at that moment, once, to one tablet, and nothing else. */
class DeskAttacksTest extends DeskPages {

    @Autowired
    Pauses pauses;

    @Autowired
    Prolongations prolongations;

    @Autowired
    Replacements replacements;

    @Test
    void a_code_that_was_used_opens_nothing_again_and_the_trail_says_that_somebody_tried() {
        Person zoe = invited("en", "en").get(0);
        DeskCode code = codeFor(zoe);
        assertThat(tablet().type(code.text()).statusCode()).isEqualTo(303);

        assertThat(tablet().type(code.text()).statusCode()).isEqualTo(422);
        assertThat(tablet().scan(code).statusCode()).isEqualTo(422);
        assertThat(rejected(zoe))
                .extracting(event -> event.details().get("because"))
                .containsExactly("used", "used");
    }

    @Test
    void of_two_tablets_that_bring_one_code_at_the_same_moment_one_is_let_in() throws Exception {
        Person zoe = invited("en", "en").get(0);
        DeskCode code = codeFor(zoe);
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> presses = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(n -> tablet())
                    .peek(tablet -> tablet.browser.get("/desk"))
                    .<Callable<Integer>>map(tablet -> () ->
                            tablet.browser.post("/desk", "code", code.text()).statusCode())
                    .toList();
            List<Integer> answers = new java.util.ArrayList<>();
            for (Future<Integer> answer : hands.invokeAll(presses)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 422, 422, 422);
        } finally {
            hands.shutdownNow();
        }
    }

    @Test
    void ten_minutes_are_ten_minutes_to_the_second() {
        Person zoe = invited("en", "en").get(0);
        DeskCode code = codeFor(zoe);

        clock.forward(DeskCodes.LIFETIME);

        assertThat(tablet().type(code.text()).statusCode()).isEqualTo(422);
        assertThat(tablet().scan(code).statusCode()).isEqualTo(422);
        assertThat(rejected(zoe).get(0).details()).containsEntry("because", "expired");
    }

    @Test
    void a_fresh_code_kills_the_one_before_and_its_use_ends_the_visit_on_another_tablet() {
        Person zoe = invited("en", "en").get(0);
        DeskCode first = codeFor(zoe);
        DeskCode second = codeFor(zoe);
        assertThat(tablet().scan(first).statusCode()).isEqualTo(422);
        assertThat(rejected(zoe).get(0).details()).containsEntry("because", "replaced");
        Tablet lost = tablet();
        lost.scan(second);
        assertThat(lost.get("/document").statusCode()).isEqualTo(200);

        assertThat(tablet().scan(codeFor(zoe)).statusCode()).isEqualTo(303);

        assertThat(lost.isOver()).isTrue();
    }

    @Test
    void who_guesses_is_stopped_and_who_scans_is_not() {
        Person zoe = invited("en", "en").get(0);
        DeskCode code = codeFor(zoe);
        Tablet guesser = tablet();
        guesser.browser.from("2001:db8:0:9::");
        guesser.browser.get("/desk");
        for (int guess = 0; guess < 100; guess++) {
            guesser.browser.from("2001:db8:0:9::" + Integer.toHexString(guess));
            String typed = String.format(Locale.ROOT, "%08d", guess).replaceAll("[01258]", "C");
            assertThat(guesser.browser.post("/desk", "code", typed).statusCode())
                    .isEqualTo(422);
        }

        assertThat(guesser.type(code.text()).statusCode())
                .as("right, and too late")
                .isEqualTo(422);
        assertThat(guesser.type("no code at all").statusCode()).isEqualTo(422);
        assertThat(guesser.type("").body()).contains("This code opens nothing");
        assertThat(guesser.scan(code).statusCode())
                .as("256 bits are not guessed")
                .isEqualTo(303);
        clock.forward(DeskCodes.LIFETIME);
        assertThat(guesser.type(codeFor(zoe).text()).statusCode()).isEqualTo(303);
    }

    @Test
    void who_has_answered_by_mail_meanwhile_finds_that_on_the_tablet_and_nothing_to_do() {
        Person zoe = invited("en", "en").get(0);
        DeskCode code = codeFor(zoe);
        zoe.proved().read().sign();
        eventually(zoe, SignatoryState.SIGNED);

        Tablet tablet = tablet();
        tablet.scan(code);
        tablet.get("/document");

        assertThat(tablet.get("/done").body()).contains("hand back the tablet");
        assertThat(tablet.post("/signature", "read", "true").statusCode()).isNotEqualTo(303);
        assertThat(tablet.post("/refusal", "reason", "").statusCode()).isEqualTo(409);
        assertThat(trail(declarationOf(zoe), AuditEventType.CONSENT_GIVEN)).hasSize(1);
        assertThat(hindrance(zoe)).isEqualTo(MoveOutcome.ALREADY_ANSWERED);
    }

    @Test
    void a_pause_a_withdrawal_and_a_deadline_shut_the_tablet_as_they_shut_the_link() {
        Person resting = invited("en").get(0);
        Tablet atRest = reading(resting);
        pauses.pause(declarationOf(resting), organiser);
        assertThat(atRest.post("/signature", "read", "true").statusCode()).isEqualTo(409);
        assertThat(hindrance(resting)).isEqualTo(MoveOutcome.PAUSED);
        pauses.resume(declarationOf(resting), organiser);
        assertThat(atRest.post("/signature", "read", "true").statusCode()).isEqualTo(303);

        Person withdrawn = invited("en").get(0);
        Tablet taken = reading(withdrawn);
        declarations.withdraw(declarationOf(withdrawn), "Une erreur.", organiser);
        assertThat(taken.post("/signature", "read", "true").statusCode()).isEqualTo(409);
        assertThat(hindrance(withdrawn)).isEqualTo(MoveOutcome.ALREADY_CLOSED);
    }

    @Test
    void a_prolongation_gives_the_declaration_more_time_and_the_code_none() {
        Person zoe = invited("en", "en").get(0);
        DeskCode code = codeFor(zoe);
        DeclarationId id = declarationOf(zoe);
        prolongations.prolong(id, declarations.get(id).deadline().plus(Duration.ofDays(5)), organiser);

        clock.forward(DeskCodes.LIFETIME);

        assertThat(tablet().type(code.text()).statusCode()).isEqualTo(422);
        Tablet tablet = reading(zoe);
        assertThat(tablet.post("/signature", "read", "true").statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_takes_somebody_s_place_has_no_use_for_the_code_of_the_one_before() {
        Person zoe = invited("en", "en").get(0);
        DeskCode code = codeFor(zoe);
        Tablet open = reading(invited("en", "en").get(0));
        assertThat(open.get("/document").statusCode()).isEqualTo(200);
        replacements.replace(
                declarationOf(zoe),
                zoe.id(),
                new org.alternat.declaration.Person(
                        "Bart", "Peeters", "Voorzitter", new EmailAddress("bart@example.org"), Locale.ENGLISH),
                organiser);

        assertThat(tablet().scan(code).statusCode()).isEqualTo(422);
        assertThat(rejected(zoe).get(0).details()).containsEntry("because", "person replaced");
    }

    @Test
    void nobody_is_given_a_code_out_of_turn_or_by_the_officer_of_another_declaration() {
        DeclarationId id = released(BrowsedPages.twoRounds(), Terms.PLAIN);
        assertThat(desk.give(id, signatories.of(id).get(1).id(), organiser).outcome())
                .isEqualTo(MoveOutcome.NOT_ASKED_YET);
        Person zoe = invited("en", "en").get(0);
        DeclarationId hers = declarationOf(zoe);

        assertThatThrownBy(() -> desk.give(hers, zoe.id(), TestDeclarations.organiser("Bert")))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> desk.waiting(hers, TestDeclarations.organiser("Bert")))
                .isInstanceOf(UnknownDeclarationException.class);
        assertThatThrownBy(() -> desk.give(id, zoe.id(), organiser))
                .as("somebody of another declaration")
                .isInstanceOf(UnknownDeclarationException.class);
        assertThat(trail(hers, AuditEventType.DESK_CODE_GIVEN)).isEmpty();
    }

    @Test
    void a_code_opens_one_declaration_and_its_link_no_other_door() {
        List<Person> people = invited("en", "en");
        Tablet tablet = reading(people.get(0));

        assertThat(tablet.browser.get(people.get(1).link() + "/document").statusCode())
                .isEqualTo(303);
        assertThat(tablet.post("/code").headers().firstValue("Location").orElseThrow())
                .as("a visit asks for no mail")
                .endsWith("/document");
        String visit = tablet.visit;
        Tablet other = tablet();
        other.browser.get("/desk");
        assertThat(other.browser.post(visit + "/code").statusCode()).isEqualTo(404);
        assertThat(other.browser.post(visit + "/hand-back").statusCode()).isEqualTo(404);
        assertThat(other.browser.get(visit + "/document").statusCode()).isEqualTo(404);
        assertThat(people.get(0).proved().post("/hand-back").headers().firstValue("Location"))
                .as("a mailed link is no visit")
                .contains(people.get(0).link());
        assertThat(people.get(0).get("/document").statusCode()).isEqualTo(200);
    }

    private Tablet reading(Person person) {
        Tablet tablet = tablet();
        tablet.scan(codeFor(person));
        assertThat(tablet.get("/document").statusCode()).isEqualTo(200);
        assertThat(tablet.get("/document.pdf").statusCode()).isEqualTo(200);
        return tablet;
    }

    private List<AuditEvent> rejected(Person person) {
        return trail(declarationOf(person), AuditEventType.DESK_CODE_REJECTED);
    }
}
