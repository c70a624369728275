package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.alternat.declaration.DeclarationState;
import org.alternat.judge.Indication;
import org.alternat.pades.EmbeddedValidationData;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.attack.AuthorityServer;
import org.alternat.pades.attack.ForeignPki;
import org.alternat.pades.attack.ForeignTool;
import org.alternat.pades.attack.PdfUpdate;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;

/** What proves a signature made elsewhere is had when it comes in, and stays. */
class ProofOfUploadsTest extends SigningElsewhere {

    @Test
    void while_an_authority_is_silent_the_document_stays_reserved_and_the_same_file_is_taken_later() {
        Person zoe = invited("nl-BE").get(0).proved();
        byte[] head = reserved(zoe);
        try (AuthorityServer authority = new AuthorityServer()) {
            CARDS.saying(null, authority.at("/ocsp"));
            ForeignPki.Card card = CARDS.card("Zoë", "D’Hondt");
            byte[] signed = sign(card, head, zoe);

            HttpResponse<String> answer = handIn(zoe, signed);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("data-trouble=\"revocation-silent\"", "opnieuw in");
            assertThat(leases.on(signatory(zoe).declarationId())).isPresent();

            authority.serve("/ocsp", CARDS.goodAnswer(card));
            assertThat(location(handIn(zoe, signed))).endsWith("/done");
        }
        assertThat(EmbeddedValidationData.read(revisions.read(signatory(zoe).declarationId()))
                        .revocationAnswers())
                .as("kept with the timestamp that follows at once")
                .hasSize(1);
    }

    @Test
    void a_card_that_ends_before_the_seal_has_signed_for_ever() {
        List<Person> people = invited("fr-FR", "fr-CA");
        Person zoe = people.get(0).proved();
        DeclarationId id = declarationOf(zoe);
        byte[] head = reserved(zoe);
        try (AuthorityServer authority = new AuthorityServer()) {
            CARDS.saying(null, authority.at("/ocsp"));
            ForeignPki.Card card = CARDS.cardFor("Zoë", "D’Hondt", Duration.ofSeconds(10));
            authority.serve("/ocsp", CARDS.goodAnswer(card));
            byte[] signed =
                    new ForeignTool(card, CARDS.chainOf(card), timestamps).sign(new PdfUpdate(head), field(zoe));

            assertThat(location(handIn(zoe, signed))).endsWith("/done");
            Instant ended = card.certificate().getNotAfter().toInstant();
            await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(ended.plusSeconds(1)));
        }
        clock.stand(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        people.get(1).proved().read().sign();
        eventually(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);

        PdfBytes sealed = revisions.read(id);
        VerificationReport report = new SignatureVerifier(anchors).verify(sealed);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(VerificationReport.Verdict.VALID);
        assertThat(report.signatures().get(1).level()).isEqualTo(VerificationReport.Level.B_LTA);
        assertThat(judgements.find(id, sealed.sha256()).orElseThrow().signatures())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.indication()).isEqualTo(Indication.TOTAL_PASSED));
    }
}
