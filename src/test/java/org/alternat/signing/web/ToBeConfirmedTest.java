package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.closing.ClosingReport;
import org.alternat.closing.ClosingReports;
import org.alternat.declaration.EarlyClosing;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.Replacements;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.Revisions;
import org.alternat.pades.SignatureFields;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A party whose person is to be confirmed, with everything real: the prepared field, the letters, the closing report. */
class ToBeConfirmedTest extends SigningPages {

    private static final org.alternat.declaration.Person AIMEE = new org.alternat.declaration.Person(
            "Aimée",
            "Tremblay",
            "Directrice générale",
            new EmailAddress("aimee.tbc@tiess.example.org"),
            Locale.forLanguageTag("fr-CA"));

    @Autowired
    Replacements replacements;

    @Autowired
    EarlyClosing closing;

    @Autowired
    ClosingReports reports;

    @Autowired
    Revisions revisions;

    @Test
    void the_block_bears_the_party_and_whoever_is_named_signs_in_it_when_the_round_has_come() throws Exception {
        DeclarationId id = released(parties(1, 2), Terms.PLAIN);
        Person zoe = invited(id, 0);
        assertThat(pages(id)).contains("Réseau à confirmer").doesNotContain(Signatory.NAME_TO_COME);

        assertThat(replacements.replace(id, place(id).id(), AIMEE, organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(lettersToAimee()).as("before the round").isZero();
        zoe.proved().read().sign();

        Person aimee = invited(id, 1);
        assertThat(lettersToAimee()).isEqualTo(1);
        aimee.proved().read().sign();
        eventually(aimee, SignatoryState.SIGNED);
        assertThat(signerOf(id, SignatureFields.signature(place(id).precedence())))
                .isEqualTo("Aimée Tremblay");
    }

    @Test
    void the_closing_report_names_the_party_of_whom_nobody_was_named() {
        DeclarationId id = released(parties(1, 1), Terms.PLAIN);
        Person zoe = invited(id, 0);
        zoe.proved().read().sign();
        eventually(zoe, SignatoryState.SIGNED);
        await().atMost(Duration.ofSeconds(30)).until(() -> place(id).asked());

        assertThat(closing.close(id, organiser)).isEqualTo(MoveOutcome.DONE);

        eventually(() -> reports.of(id).isPresent());
        assertThat(reports.of(id).orElseThrow().silent()).singleElement().satisfies(line -> {
            assertThat(line.name()).isNull();
            assertThat(line.party()).isEqualTo("Réseau à confirmer");
            assertThat(line.answer()).isEqualTo(ClosingReport.Answer.NONE);
        });
    }

    private static List<NewParty> parties(int round, int later) {
        NewSignatory zoe = new NewSignatory(
                "Zoë",
                "D’Hondt",
                "Secrétaire générale",
                new EmailAddress("zoe.tbc" + System.nanoTime() + "@example.org"),
                Locale.forLanguageTag("fr-BE"),
                round);
        return List.of(
                new NewParty("Europe", "Fédération", "Wallonie", null, List.of(zoe)),
                new NewParty(
                        "Québec",
                        "Réseau à confirmer",
                        "Québec",
                        null,
                        List.of(TestDeclarations.toBeConfirmed(later))));
    }

    private Person invited(DeclarationId id, int place) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> signatories.of(id).get(place).state() == SignatoryState.INVITED);
        return person(signatories.of(id).get(place));
    }

    private Signatory place(DeclarationId id) {
        return signatories.of(id).get(1);
    }

    private long lettersToAimee() {
        return outbox.list().stream()
                .filter(letter -> letter.toAddress().equals(AIMEE.email().value()))
                .count();
    }

    private String signerOf(DeclarationId id, String field) throws Exception {
        try (PDDocument document = Loader.loadPDF(revisions.read(id).toByteArray())) {
            return document.getSignatureFields().stream()
                    .filter(one -> one.getFullyQualifiedName().equals(field))
                    .map(one -> one.getSignature().getName())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String pages(DeclarationId id) throws Exception {
        try (PDDocument document = Loader.loadPDF(revisions.read(id).toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
