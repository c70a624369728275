package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.archive.PackageDesk;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.InstrumentKind;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.LanguageVersions;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Standing;
import org.alternat.declaration.StatusTable;
import org.alternat.declaration.Terms;
import org.alternat.document.IntakeResult;
import org.alternat.document.Revisions;
import org.alternat.mail.OutboxLetter;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** After a declaration is archived: a new party joins by an instrument of its own, and the original's bytes stay. */
class InstrumentTest extends SigningPages {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    Instruments instruments;

    @Autowired
    StatusTable table;

    @Autowired
    Revisions revisions;

    @Autowired
    Archive archive;

    @Autowired
    PackageDesk desk;

    @Autowired
    AuditTrail audit;

    @Test
    void a_party_accedes_by_an_instrument_that_quotes_the_original_and_everybody_hears_of_it() throws IOException {
        DeclarationId original = released(List.of(party("CRESS", "cress"), party("TIESS", "tiess")), Terms.PLAIN);
        assertThat(instruments.takesInstruments(original, organiser)).isEqualTo(MoveOutcome.NOT_ARCHIVED);
        signedAndArchived(original);
        ArchivedDeclaration before = archive.find(original).orElseThrow();
        Declaration known = declarations.get(original);
        String sha256 = before.documentSha256().hex();
        LocalDate today = clock.instant().atZone(PARIS).toLocalDate();

        assertThat(released(
                        InstrumentKind.ACCESSION, original, party("Noord", "silent"), "Accession", known.reference()))
                .isEqualTo(MoveOutcome.WITHOUT_QUOTATION);
        assertThat(released(InstrumentKind.ACCESSION, original, party("CRESS", "again"), known.reference(), sha256))
                .isEqualTo(MoveOutcome.ALREADY_A_PARTY);
        assertThat(released(InstrumentKind.WITHDRAWAL, original, party("Noord", "no-party"), known.reference(), sha256))
                .isEqualTo(MoveOutcome.NOT_A_PARTY);
        DeclarationId accession = drafted(
                InstrumentKind.ACCESSION,
                original,
                party("Noord", "noord"),
                known.reference(),
                sha256.substring(0, 40),
                sha256.substring(40));
        assertThat(declarations.release(accession, organiser)).isEqualTo(MoveOutcome.DONE);
        assertThat(bound(original, today)).as("before it is sealed").containsExactly("CRESS", "TIESS");
        signedAndArchived(accession);

        assertThat(archive.find(original)).contains(before);
        assertThat(Sha256.of(revisions.read(original).toByteArray())).isEqualTo(before.documentSha256());
        assertThat(bound(original, today.minusDays(1))).isEmpty();
        assertThat(bound(original, today)).containsExactly("CRESS", "TIESS", "Noord");
        await().atMost(Duration.ofSeconds(30)).until(() -> notices(accession).size() == 2);
        assertThat(notices(accession)).extracting(OutboxLetter::text).allSatisfy(text -> assertThat(text)
                .contains("Adhésion d’une nouvelle partie", known.reference(), "Noord")
                .contains(instruments.finalSha256(accession).hex().substring(0, 30)));
        assertThat(audit.entries(original))
                .filteredOn(entry -> entry.event().type() == AuditEventType.INSTRUMENT_ATTACHED)
                .hasSize(1);
        assertThat(instruments.attachedTo(original))
                .filteredOn(one -> one.declaration().state() == DeclarationState.ARCHIVED)
                .extracting(one -> one.declaration().id())
                .containsExactly(accession);
        assertThat(instruments.takesInstruments(accession, organiser)).isEqualTo(MoveOutcome.IS_AN_INSTRUMENT);
        JsonNode named = metadata(accession).path("instrument");
        assertThat(named.path("kind").asString()).isEqualTo("accession");
        assertThat(named.path("originalReference").asString()).isEqualTo(known.reference());
        assertThat(named.path("originalSha256").asString()).isEqualTo(sha256);
        assertThat(metadata(original).has("instrument")).isFalse();
    }

    private void signedAndArchived(DeclarationId id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> signatories.of(id).stream().allMatch(one -> one.state() == SignatoryState.INVITED));
        signatories.of(id).forEach(one -> person(one).proved().read().sign());
        await().atMost(Duration.ofSeconds(90)).until(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
    }

    private List<String> bound(DeclarationId id, LocalDate day) {
        return table.of(id).stream()
                .filter(standing -> standing.isBoundOn(day, PARIS))
                .map(Standing::party)
                .toList();
    }

    private List<OutboxLetter> notices(DeclarationId accession) {
        String reference = declarations.get(accession).reference();
        return outbox.list().stream()
                .filter(letter -> letter.kind().equals("instrument-notice")
                        && letter.text().contains(reference))
                .toList();
    }

    private JsonNode metadata(DeclarationId id) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(desk.retrieve(id, "archivist:1").zip()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("/data/metadata.json")) {
                    return new JsonMapper().readTree(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        throw new AssertionError("no metadata");
    }

    private MoveOutcome released(InstrumentKind kind, DeclarationId original, NewParty party, String... lines) {
        return declarations.release(drafted(kind, original, party, lines), organiser);
    }

    private DeclarationId drafted(InstrumentKind kind, DeclarationId original, NewParty party, String... lines) {
        NewDeclaration made = new NewDeclaration(
                "Instrument d’adhésion",
                "Gand, le 25 novembre 2026",
                LanguageVersions.authentic(List.of(Locale.FRENCH)),
                PARIS,
                clock.instant().plus(Duration.ofDays(20)),
                (IntakeResult.Accepted) intake.examine(pdf(lines)),
                List.of(),
                List.of(party),
                Publicity.NOT_DUE);
        return instruments.draft(original, kind, made, organiser);
    }

    private static byte[] pdf(String... lines) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.beginText();
                content.newLineAtOffset(72, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLineAtOffset(0, -16);
                }
                content.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewParty party(String name, String mailbox) {
        return new NewParty(
                "Europe",
                name,
                "Wallonie",
                null,
                List.of(new NewSignatory(
                        "Zoë",
                        "D’Hondt",
                        "Secrétaire générale",
                        new EmailAddress(mailbox + System.nanoTime() + "@example.org"),
                        Locale.forLanguageTag("fr-BE"),
                        1)));
    }
}
