package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.alternat.archive.PackageDesk;
import org.alternat.closing.ClosingReport;
import org.alternat.closing.ClosingReport.Answer;
import org.alternat.closing.ClosingReport.Identification;
import org.alternat.closing.ClosingReport.Line;
import org.alternat.closing.ClosingReports;
import org.alternat.declaration.CompletionRule;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.EarlyClosing;
import org.alternat.declaration.MandateGround;
import org.alternat.declaration.Mandates;
import org.alternat.declaration.NewMandate;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.OrderOfPrecedence;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.document.Revisions;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A circulation in which one signs, one refuses and one is silent, as the closing report tells it afterwards. */
class ClosingReportTest extends SigningPages {

    private static final byte[] MANDATE = {1, 2, 3};

    private static final Terms ONE_IS_ENOUGH =
            new Terms(CompletionRule.parse("1 of all").orElseThrow(), null, OrderOfPrecedence.FIXED_LIST, false);

    @Autowired
    ClosingReports reports;

    @Autowired
    EarlyClosing closing;

    @Autowired
    Revisions revisions;

    @Autowired
    Mandates mandates;

    @Autowired
    PackageDesk desk;

    @Test
    void who_signed_who_refused_and_why_who_was_silent_and_what_went_wrong() throws IOException {
        DeclarationId id = released(
                List.of(party("CRESS", "Anne"), party("Fédération", "Bart"), party("Réseau", "Chloé")), ONE_IS_ENOUGH);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> signatories.of(id).stream().allMatch(one -> one.state() == SignatoryState.INVITED));
        assertThat(reports.of(id)).as("while it circulates").isEmpty();
        Person anne = person(signatories.of(id).get(0));
        Person bart = person(signatories.of(id).get(1));
        Person chloe = person(signatories.of(id).get(2));

        bart.askForCode();
        bart.enter(bart.code().equals("000000") ? "111111" : "000000");
        bart.enter(bart.code());
        bart.get("/document");
        bart.get("/document.pdf");
        bart.browser()
                .uploadForm(
                        bart.link() + "/external-signature",
                        "holiday.pdf".getBytes(StandardCharsets.UTF_8),
                        "read",
                        "true");
        bart.post("/refusal", "reason", "Notre conseil n’a pas statué.");
        anne.proved().read().sign();
        eventually(anne, SignatoryState.SIGNED);
        mandates.record(
                id,
                bart.id(),
                new NewMandate(MandateGround.RESOLUTION, "Conseil, 12 mars 2019", "Anaïs", ScanType.PDF),
                MANDATE,
                organiser);
        closing.close(id, organiser);
        await().atMost(Duration.ofSeconds(90)).until(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);

        ClosingReport report = reports.of(id).orElseThrow();
        assertThat(report.outcome()).isEqualTo("SEALED");
        assertThat(report.effective()).isNotNull();
        assertThat(report.completionRule().met()).isTrue();
        assertThat(report.completionRule().inWords()).containsOnlyKeys("fr", "nl", "en");
        assertThat(report.languages())
                .contains(new ClosingReport.Language("en", "translation", 6))
                .extracting(ClosingReport.Language::standing)
                .containsExactly("prevailing", "authentic", "translation");
        assertThat(report.text().sha256())
                .isEqualTo(declarations.get(id).textSha256().hex());
        assertThat(report.finalFile().sha256())
                .isEqualTo(revisions.head(id).orElseThrow().sha256().hex());
        assertThat(report.finalFile().level()).isEqualTo("PAdES-BASELINE-LTA");

        Line signed = report.signatories().get(0);
        assertThat(signed.answer()).isEqualTo(Answer.SIGNED);
        assertThat(signed.level()).isEqualTo("PAdES-BASELINE-T");
        assertThat(signed.identification()).isEqualTo(Identification.LINK_AND_CODE);
        assertThat(signed.revisionSha256())
                .isEqualTo(revisions.list(id).get(signed.revision()).sha256().hex());
        assertThat(signed.signed().local())
                .startsWith(signed.signed()
                        .utc()
                        .atZone(declarations.get(id).zone())
                        .toLocalDate()
                        .toString());
        assertThat(report.refusals()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Bart D’Hondt");
            assertThat(line.refusalReason()).isEqualTo("Notre conseil n’a pas statué.");
            assertThat(line.identification()).isEqualTo(Identification.LINK_AND_CODE);
        });
        assertThat(report.silent()).extracting(Line::name).containsExactly("Chloé D’Hondt");
        assertThat(state(chloe)).isEqualTo(SignatoryState.EXPIRED);
        assertThat(report.withoutMandate()).extracting(Line::party).containsExactly("CRESS");
        assertThat(report.incidents())
                .extracting(
                        ClosingReport.Incident::event, ClosingReport.Incident::concerns, ClosingReport.Incident::reason)
                .containsExactly(
                        tuple("SIGNING_CODE_REJECTED", "Bart D’Hondt", null),
                        tuple("EXTERNAL_SIGNATURE_REFUSED", "Bart D’Hondt", "OTHER_DOCUMENT"),
                        tuple("CIRCULATION_CLOSED_EARLY", null, null));
        inThePackage(id, report);
    }

    private void inThePackage(DeclarationId id, ClosingReport report) throws IOException {
        JsonNode kept = null;
        byte[] mandate = null;
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(desk.retrieve(id, "archivist:1").zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("/data/closing-report.json")) {
                    kept = new JsonMapper().readTree(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
                if (entry.getName().endsWith("/data/mandates/0002.pdf")) {
                    mandate = zip.readAllBytes();
                }
            }
        }
        assertThat(mandate).as("the document of the mandate").isEqualTo(MANDATE);
        assertThat(kept).isNotNull();
        assertThat(kept.path("signatories")).hasSize(3);
        assertThat(kept.path("signatories").get(1).path("answer").asString()).isEqualTo("REFUSED");
        assertThat(kept.path("signatories")
                        .get(1)
                        .path("mandate")
                        .path("checkedBy")
                        .asString())
                .isEqualTo("Anaïs");
        assertThat(kept.path("finalFile").path("sha256").asString())
                .isEqualTo(report.finalFile().sha256());
        assertThat(kept.path("closed").path("utc").asString())
                .isEqualTo(report.closed().utc().toString());
        assertThat(kept.toString()).doesNotContain("@example.org");
    }

    private static NewParty party(String name, String person) {
        return new NewParty(
                "Europe",
                name,
                "Wallonie",
                null,
                List.of(new NewSignatory(
                        person,
                        "D’Hondt",
                        "Secrétaire générale",
                        new EmailAddress("closing" + System.nanoTime() + "@example.org"),
                        Locale.forLanguageTag("fr-BE"),
                        1)));
    }
}
