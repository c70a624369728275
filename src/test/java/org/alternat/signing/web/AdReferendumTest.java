package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.CompletionRule;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.OrderOfPrecedence;
import org.alternat.declaration.Pauses;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody signs before the organisation has decided; the signature counts once it is confirmed, by the same link and a code. */
class AdReferendumTest extends SigningPages {

    private static final Terms ALLOWED = new Terms(CompletionRule.ALL, null, OrderOfPrecedence.FIXED_LIST, true);

    @Autowired
    AuditTrail audit;

    @Autowired
    Revisions revisions;

    @Autowired
    Pauses pauses;

    @Test
    void a_signature_ad_referendum_says_so_in_the_document_and_counts_once_it_is_confirmed() {
        Person anne = signedAdReferendum();
        DeclarationId id = declarationOf(anne);

        assertThat(signatory(anne).isProvisional()).isTrue();
        assertThat(details(id, AuditEventType.CONSENT_GIVEN)).containsEntry("adReferendum", "true");
        assertThat(printed(id)).contains("on behalf of CRESS", "Signature ad referendum by mailed link");
        assertThat(anne.get("/done").body()).contains("You have signed ad referendum", "I confirm the signature");
        assertThat(declarations.get(id).effectiveAt()).isNull();
        assertThat(declarations.get(id).state()).isEqualTo(DeclarationState.CIRCULATING);

        Person later = anne.elsewhere();
        assertThat(later.get("").body()).contains("you have signed this declaration ad referendum");
        later.askForCode();
        assertThat(later.enter(later.code()).statusCode()).isEqualTo(303);
        assertThat(later.get("/document").statusCode()).isEqualTo(303);
        HttpResponse<String> confirmed = later.post("/confirmation", "confirmed", "true");
        assertThat(location(confirmed)).endsWith("/done");
        assertThat(later.get("/done").body()).contains("Confirmed").doesNotContain("I confirm the signature");

        Instant at = signatory(anne).confirmedAt();
        assertThat(declarations.get(id).effectiveAt()).isNotNull().isEqualTo(at);
        assertThat(details(id, AuditEventType.SIGNATURE_CONFIRMED))
                .containsEntry("identifiedBy", "mailed link and mailed code")
                .containsEntry("revision", String.valueOf(signatory(anne).revision()));
        await().atMost(Duration.ofSeconds(60)).until(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
    }

    @Test
    void a_confirmation_takes_a_code_and_a_tick_and_is_given_once() {
        Person anne = signedAdReferendum();
        Person stranger = anne.elsewhere();
        stranger.get("");

        assertThat(stranger.post("/confirmation", "confirmed", "true").statusCode())
                .isEqualTo(403);
        HttpResponse<String> unticked = anne.post("/confirmation");
        assertThat(unticked.statusCode()).isEqualTo(422);
        assertThat(unticked.body()).contains("tick the box first, to confirm the signature", "I confirm the signature");
        assertThat(signatory(anne).isProvisional()).isTrue();

        assertThat(anne.post("/confirmation", "confirmed", "true").statusCode()).isEqualTo(303);
        assertThat(anne.post("/confirmation", "confirmed", "true").statusCode()).isEqualTo(409);
        assertThat(audit.entries(declarationOf(anne)))
                .filteredOn(entry -> entry.event().type() == AuditEventType.SIGNATURE_CONFIRMED)
                .hasSize(1);
    }

    @Test
    void while_the_circulation_rests_nothing_is_confirmed() {
        Person anne = signedAdReferendum();
        DeclarationId id = declarationOf(anne);
        pauses.pause(id, organiser);

        HttpResponse<String> resting = anne.post("/confirmation", "confirmed", "true");
        assertThat(resting.statusCode()).isEqualTo(409);
        assertThat(resting.body())
                .contains("has paused the circulation; nothing was recorded", "I confirm the signature");
        assertThat(signatory(anne).isProvisional()).isTrue();

        pauses.resume(id, organiser);
        assertThat(anne.post("/confirmation", "confirmed", "true").statusCode()).isEqualTo(303);
        await().atMost(Duration.ofSeconds(60)).until(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
    }

    @Test
    void where_the_declaration_does_not_allow_it_nobody_signs_ad_referendum() {
        Person anne = asked(Terms.PLAIN, SignatoryRole.SIGNATORY);
        assertThat(anne.get("/document").body()).doesNotContain("ad referendum");

        HttpResponse<String> answer = anne.post("/signature", "read", "true", "adReferendum", "true");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("cannot be signed ad referendum");
        assertThat(state(anne)).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void a_witness_binds_no_party_and_has_nothing_to_confirm() {
        Person wim = asked(ALLOWED, SignatoryRole.WITNESS);
        assertThat(wim.get("/document").body()).doesNotContain("ad referendum");

        assertThat(wim.post("/signature", "read", "true", "adReferendum", "true")
                        .statusCode())
                .isEqualTo(422);
        assertThat(state(wim)).isEqualTo(SignatoryState.INVITED);
        wim.sign();
        eventually(wim, SignatoryState.SIGNED);
        assertThat(wim.post("/confirmation", "confirmed", "true").statusCode()).isEqualTo(409);
    }

    @Test
    void the_deadline_is_kept_ad_referendum_too_even_before_the_service_has_noticed_it() {
        Person anne = asked(ALLOWED, SignatoryRole.SIGNATORY).elsewhere();
        clock.forward(Duration.ofDays(20).minusMinutes(30));
        anne.proved().read();
        clock.forward(Duration.ofMinutes(30));

        HttpResponse<String> late = anne.post("/signature", "read", "true", "adReferendum", "true");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(state(anne)).isEqualTo(SignatoryState.INVITED);
    }

    private Person signedAdReferendum() {
        Person anne = asked(ALLOWED, SignatoryRole.SIGNATORY);
        assertThat(anne.get("/document").body()).contains("I sign ad referendum");
        assertThat(anne.post("/signature", "read", "true", "adReferendum", "true")
                        .statusCode())
                .isEqualTo(303);
        eventually(anne, SignatoryState.SIGNED);
        return anne;
    }

    /** The first of two people, the other of whom signs for good, has proved the code and read. */
    private Person asked(Terms terms, SignatoryRole role) {
        DeclarationId id = released(
                List.of(party("TIESS", named("Aimée", SignatoryRole.SIGNATORY)), party("CRESS", named("Anne", role))),
                terms);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> signatories.of(id).stream().allMatch(one -> one.state() == SignatoryState.INVITED));
        List<Signatory> all = signatories.of(id);
        if (role.binds()) {
            person(all.get(0)).proved().read().sign();
        }
        return person(all.get(1)).proved().read();
    }

    private static NewParty party(String name, NewSignatory... people) {
        return new NewParty("Europe", name, "Wallonie", null, List.of(people));
    }

    private static NewSignatory named(String given, SignatoryRole role) {
        return new NewSignatory(
                given,
                "D’Hondt",
                "Secrétaire générale",
                new EmailAddress(role.word() + System.nanoTime() + "@example.org"),
                Locale.ENGLISH,
                1,
                role);
    }

    private Map<String, String> details(DeclarationId id, AuditEventType type) {
        return audit.entries(id).stream()
                .map(entry -> entry.event())
                .filter(event -> event.type() == type)
                .reduce((one, other) -> other)
                .map(AuditEvent::details)
                .orElseThrow();
    }

    /** What stands on the pages, the blocks of the signatures included. */
    private String printed(DeclarationId id) {
        try (PDDocument document = Loader.loadPDF(revisions.read(id).toByteArray())) {
            document.getDocumentCatalog().getAcroForm().flatten();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
