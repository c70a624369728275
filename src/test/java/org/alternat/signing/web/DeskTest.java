package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alternat.access.DeskCode;
import org.alternat.access.DeskCodes;
import org.alternat.access.DeskVisits;
import org.alternat.archive.PackageDesk;
import org.alternat.audit.AuditEventType;
import org.alternat.closing.ClosingReport;
import org.alternat.closing.ClosingReport.Identification;
import org.alternat.closing.ClosingReports;
import org.alternat.declaration.Attendance;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody stands at the desk, is given a code, signs on a tablet, and hands it to the next. */
class DeskTest extends DeskPages {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Revisions revisions;

    @Autowired
    ClosingReports reports;

    @Autowired
    PackageDesk packages;

    @Test
    void whoever_is_given_a_code_signs_on_a_tablet_and_is_recorded_as_present() {
        List<Person> people = invited("en", "fr-CA");
        Person zoe = people.get(0);
        Person afar = people.get(1);
        DeclarationId id = declarationOf(zoe);
        DeskCode code = codeFor(zoe);
        Tablet tablet = tablet();

        HttpResponse<String> opened =
                tablet.type(" " + code.text().toLowerCase().replace("-", " "));
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(tablet.get("/document").body())
                .contains("Zoë D’Hondt", "code that you were given here in person", "Hand back the tablet")
                .doesNotContain("link and code sent by e-mail");
        assertThat(location(tablet.sign())).isEqualTo(tablet.visit + "/done");
        assertThat(tablet.get("/done").body())
                .contains("Done, hand back the tablet")
                .doesNotContain("document.pdf");
        afar.proved().read().sign();

        eventually(zoe, SignatoryState.SIGNED);
        eventually(afar, SignatoryState.SIGNED);
        assertThat(signatory(zoe).attendance()).isEqualTo(Attendance.PRESENT);
        assertThat(signatory(afar).attendance()).isEqualTo(Attendance.REMOTE);
        String officer = organiser.staffId().toString();
        assertThat(trail(id, AuditEventType.DESK_CODE_GIVEN)).singleElement().satisfies(given -> {
            assertThat(given.actor()).isEqualTo("organiser:" + officer);
            assertThat(given.details()).containsOnlyKeys("signatory");
        });
        assertThat(trail(id, AuditEventType.CONSENT_GIVEN).get(0).details())
                .containsEntry("identifiedBy", "desk code")
                .containsEntry("deskOfficer", officer);
        assertThat(trail(id, AuditEventType.CONSENT_GIVEN).get(1).details())
                .containsEntry("identifiedBy", "mailed link and mailed code");
    }

    @Test
    void document_closing_report_and_package_tell_who_was_present() throws IOException {
        List<Person> people = invited("en", "fr-CA");
        DeclarationId id = declarationOf(people.get(0));
        Tablet tablet = tablet();
        tablet.scan(codeFor(people.get(0)));
        tablet.sign();
        people.get(1).proved().read().sign();
        eventually(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);

        try (PDDocument document = Loader.loadPDF(revisions.read(id).toByteArray())) {
            document.getDocumentCatalog().getAcroForm().flatten();
            String visible = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(visible)
                    .contains("by a code given in person", "par lien et code envoyés par courriel")
                    .doesNotContain("by mailed link");
        }
        assertThat(reports.of(id).orElseThrow().signatories())
                .extracting(ClosingReport.Line::attendance, ClosingReport.Line::identification)
                .containsExactly(
                        tuple(Attendance.PRESENT, Identification.DESK_CODE),
                        tuple(Attendance.REMOTE, Identification.LINK_AND_CODE));
        Map<String, String> packed = packed(id);
        assertThat(packed.get("data/metadata.json").replaceAll("\\s", ""))
                .contains("\"attendance\":\"present\"", "\"attendance\":\"remote\"");
        assertThat(packed.get("data/closing-report.json")).contains("DESK_CODE");
        assertThat(packed.get("data/audit/trail.jsonl"))
                .contains("DESK_CODE_GIVEN", organiser.staffId().toString());
    }

    private Map<String, String> packed(DeclarationId id) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(packages.retrieve(id, "archivist:test").zip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(
                        entry.getName().replaceFirst("^(?!data/)[^/]+/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void the_next_person_never_sees_the_one_before() {
        List<Person> people = invited("en", "en");
        Tablet tablet = tablet();
        tablet.scan(codeFor(people.get(0)));
        tablet.sign();
        String first = tablet.visit;
        assertThat(location(tablet.post("/hand-back"))).isEqualTo("/desk");

        assertThat(tablet.browser.cookie("signing")).isEmpty();
        assertThat(tablet.isOver()).isTrue();
        for (String page : List.of("", "/document", "/document.pdf", "/done", "/refusal", "/code")) {
            assertThat(tablet.get(page).statusCode()).as(page).isEqualTo(404);
            assertThat(tablet.get(page).body()).as(page).doesNotContain("Zoë", "@example.org");
        }
        assertThat(tablet.post("/code").statusCode())
                .as("no letter to the one before")
                .isEqualTo(404);
        tablet.scan(codeFor(people.get(1)));
        assertThat(tablet.visit).isNotEqualTo(first);
        assertThat(tablet.get("/document").statusCode()).isEqualTo(200);
    }

    @Test
    void a_visit_ends_a_minute_after_the_answer_and_when_nobody_touches_the_tablet() {
        List<Person> people = invited("en", "en");
        Tablet answered = tablet();
        answered.scan(codeFor(people.get(0)));
        answered.sign();
        Tablet left = tablet();
        left.scan(codeFor(people.get(1)));

        HttpResponse<String> done = answered.get("/done");
        assertThat(done.headers().firstValue("Refresh")).contains("60;url=/desk");
        clock.forward(DeskVisits.AFTER_ANSWER);
        assertThat(answered.isOver()).isTrue();
        assertThat(left.get("/document").headers().firstValue("Refresh")).contains("600;url=/desk");
        clock.forward(DeskVisits.IDLE.minusSeconds(1));
        assertThat(left.get("/document").statusCode()).as("touched in time").isEqualTo(200);
        clock.forward(DeskVisits.IDLE);
        assertThat(left.isOver()).isTrue();
        assertThat(left.post("/signature", "read", "true").statusCode()).isEqualTo(404);
        assertThat(state(people.get(1))).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void who_hands_the_tablet_back_without_an_answer_still_answers_from_home() {
        Person zoe = invited("en", "en").get(0);
        Tablet tablet = tablet();
        tablet.scan(codeFor(zoe));
        tablet.get("/document");
        tablet.post("/hand-back");
        assertThat(tablet.isOver()).isTrue();

        zoe.proved().read().sign();

        eventually(zoe, SignatoryState.SIGNED);
        assertThat(signatory(zoe).attendance()).isEqualTo(Attendance.REMOTE);
    }

    @Test
    void a_refusal_at_the_desk_is_one_as_from_anywhere() {
        Person zoe = invited("en", "en").get(0);
        Tablet tablet = tablet();
        tablet.scan(codeFor(zoe));
        tablet.get("/refusal");

        assertThat(tablet.post("/refusal", "reason", "").statusCode()).isEqualTo(303);

        assertThat(state(zoe)).isEqualTo(SignatoryState.REFUSED);
        assertThat(tablet.get("/done").body()).contains("Done, hand back the tablet");
        assertThat(signatory(zoe).attendance()).isEqualTo(Attendance.PRESENT);
    }

    @Test
    void neither_database_nor_trail_knows_the_code() {
        Person zoe = invited("en").get(0);
        DeskCode code = codeFor(zoe);
        String secret = code.link().getPath().replaceFirst(".*/", "");
        String plain = code.text().replace("-", "");

        String rows = jdbc.sql("select * from desk_code").query().listOfRows().toString();
        assertThat(rows)
                .contains(zoe.id().toString())
                .doesNotContain(secret, plain, code.text())
                .doesNotContain(org.alternat.shared.Sha256.of(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hex());
        assertThat(audit.entries(declarationOf(zoe)).toString()).doesNotContain(secret, plain, code.text());
        assertThat(code.toString()).doesNotContain(plain, secret);
    }

    @Test
    void a_camera_s_preview_uses_nothing_up() {
        Person zoe = invited("en").get(0);
        DeskCode code = codeFor(zoe);
        Tablet preview = tablet();
        assertThat(preview.browser.send("HEAD", code.link().getPath()).statusCode())
                .isEqualTo(200);
        assertThat(preview.browser.get(code.link().getPath()).body())
                .contains("Continue")
                .doesNotContain("Zoë", TITLE);

        clock.forward(DeskCodes.LIFETIME.minus(Duration.ofSeconds(1)));
        assertThat(tablet().scan(code).statusCode()).isEqualTo(303);
    }
}
