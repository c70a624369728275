package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.access.CodeOutcome;
import org.alternat.access.OpenedLink;
import org.alternat.access.SecretToken;
import org.alternat.access.SigningLinks;
import org.alternat.access.SigningSession;
import org.alternat.access.SigningSessions;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.signing.AnswerOutcome;
import org.alternat.signing.Signing;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody is asked for what their role says, and nobody answers out of turn. */
class RolesAndTurnsTest extends SigningPages {

    @Autowired
    SigningLinks links;

    @Autowired
    SigningSessions sessions;

    @Autowired
    Signing signing;

    @Autowired
    Revisions revisions;

    @Autowired
    AuditTrail audit;

    @Test
    void a_link_used_before_its_turn_says_so_and_changes_nothing() {
        DeclarationId id = released(
                List.of(party(
                        "CRESS", named("Anne", 1, SignatoryRole.SIGNATORY), named("Bart", 2, SignatoryRole.SIGNATORY))),
                Terms.PLAIN);
        Signatory first = invited(id, 0);
        Signatory second = signatories.of(id).get(1);
        Person early = new Person(second.id(), path(second), new Browser(port, "en"));

        HttpResponse<String> page = early.get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("not your turn yet", "Bart").doesNotContain("Continue</button>");
        early.browser().get("/login"); // a page with a form, for its token
        assertThat(early.post("/code").statusCode()).isEqualTo(409);
        assertThat(signing.consent(session(second), true)).isEqualTo(AnswerOutcome.NOT_YOUR_TURN);
        assertThat(signing.refuse(session(second), "Trop tôt")).isEqualTo(AnswerOutcome.NOT_YOUR_TURN);
        assertThat(state(early)).isEqualTo(SignatoryState.WAITING);

        person(first).proved().read().sign();
        invited(id, 1);
        assertThat(early.get("").body()).doesNotContain("not your turn yet");
    }

    @Test
    void an_approver_gives_a_visa_that_leaves_no_trace_in_the_document() {
        DeclarationId id = released(
                List.of(party(
                        "CRESS", named("Jo", 1, SignatoryRole.APPROVER), named("Anne", 2, SignatoryRole.SIGNATORY))),
                Terms.PLAIN);
        Signatory approver = invited(id, 1);
        assertThat(approver.role()).isEqualTo(SignatoryRole.APPROVER);
        Person jo = person(approver).proved().read();
        assertThat(jo.get("/document").body())
                .contains("Give the visa", "give the visa for CRESS")
                .doesNotContain("Sign the declaration", "sign it for and on behalf");
        int before = revisions.list(id).size();

        assertThat(jo.sign().statusCode()).isEqualTo(303);

        assertThat(state(jo)).isEqualTo(SignatoryState.APPROVED);
        assertThat(jo.get("/done").body()).contains("Your visa is recorded");
        assertThat(revisions.list(id)).hasSize(before);
        assertThat(audit.entries(id)).extracting(AuditEntry::event).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(AuditEventType.VISA_GIVEN);
            assertThat(event.details()).containsKey("sha256");
        });
    }

    @Test
    void a_witness_signs_apart_and_a_negotiator_initials_before_everybody() {
        DeclarationId id = released(
                List.of(
                        party(
                                "CRESS",
                                named("Anne", 2, SignatoryRole.SIGNATORY),
                                named("Nico", 1, SignatoryRole.NEGOTIATOR)),
                        party("Notariat", named("Wim", 2, SignatoryRole.WITNESS)),
                        party("Interreg", named("Obe", 1, SignatoryRole.OBSERVER))),
                Terms.PLAIN);

        Person nico = person(invited(id, 2)).proved().read();
        assertThat(nico.get("/document").body()).contains("Initial the text");
        nico.sign();
        Person anne = person(invited(id, 0)).proved().read();
        Person wim = person(invited(id, 1)).proved().read();
        assertThat(wim.get("/document").body()).contains("Sign as a witness");
        wim.sign();
        eventually(wim, SignatoryState.SIGNED);
        anne.sign();

        await().atMost(Duration.ofSeconds(60)).until(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
        assertThat(signatories.of(id))
                .extracting(Signatory::state)
                .containsExactly(
                        SignatoryState.SIGNED,
                        SignatoryState.SIGNED,
                        SignatoryState.INITIALLED,
                        SignatoryState.OBSERVING);
        assertThat(revisions.list(id))
                .filteredOn(revision -> revision.kind() == RevisionKind.SIGNATURE)
                .hasSize(2);
    }

    private Signatory invited(DeclarationId id, int place) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> signatories.of(id).get(place).state() == SignatoryState.INVITED);
        return signatories.of(id).get(place);
    }

    private String path(Signatory signatory) {
        return links.issue(signatory.id()).uri().getPath();
    }

    /** A browser that has proved the code and been shown the document, by the services alone. */
    private SigningSession session(Signatory signatory) {
        clock.forward(Duration.ofSeconds(1));
        OpenedLink link = links.open(new SecretToken(path(signatory).substring("/s/".length())))
                .orElseThrow();
        SecretToken browser = sessions.start(link, null).orElseThrow();
        String code = new Person(signatory.id(), "", new Browser(port, "en")).code();
        assertThat(sessions.enter(link, browser, code)).isEqualTo(CodeOutcome.ACCEPTED);
        signing.show(sessions.proved(link, browser).orElseThrow());
        return sessions.proved(link, browser).orElseThrow();
    }

    private static NewParty party(String name, NewSignatory... people) {
        return new NewParty("Europe", name, "Wallonie", null, List.of(people));
    }

    private NewSignatory named(String given, int round, SignatoryRole role) {
        return new NewSignatory(
                given,
                "D’Hondt",
                "Secrétaire générale",
                new EmailAddress(given.toLowerCase(Locale.ROOT) + System.nanoTime() + "@example.org"),
                Locale.ENGLISH,
                round,
                role);
    }
}
