package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Attendance;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@OrganiserSlice
class CeremonyPageTest {

    @Autowired
    MockMvcTester mvc;

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
    DeclarationId id;
    String screen;

    @BeforeEach
    void four_people_are_asked() {
        id = declarations.draft(TestDeclarations.ofRounds(1, 1, 1, 1), organiser);
        screen = "/declarations/" + id + "/ceremony";
    }

    @Test
    void the_blocks_fill_in_as_people_sign_each_in_its_place() {
        released();
        Signatory third = signatories.of(id).get(2);
        sign(third, Instant.parse("2026-11-28T11:41:00Z"), 2);

        assertThat(mvc.get().uri(screen).header("Accept-Language", "en").with(as(organiser)))
                .hasStatusOk()
                .bodyText()
                .contains("1 of 4 has signed", "Fait à Villeneuve-d’Ascq")
                .containsSubsequence("D’Hondt 0", "D’Hondt 1", "<li class=\"signed\">", "D’Hondt 2", "Signed at 12:41");
        assertThat(mvc.get().uri(screen + "/blocks").with(as(organiser)))
                .hasStatusOk()
                .bodyText()
                .contains("D’Hondt 2")
                .doesNotContain("<html");
    }

    @Test
    void the_clocks_show_the_hour_of_both_ends() {
        released();
        String paris = DateTimeFormatter.ofPattern("HH:").format(Instant.now().atZone(ZoneId.of("Europe/Paris")));

        assertThat(mvc.get().uri(screen).with(as(organiser)))
                .bodyText()
                .contains("data-zone=\"Europe/Paris\">" + paris, "data-now=\"");
    }

    @Test
    void a_refusal_is_nobodys_business_in_the_room() {
        released();
        Signatory first = signatories.of(id).get(0);
        transaction.executeWithoutResult(status -> signatories.refused(first.id(), Instant.now(), "Pas de mandat"));

        assertThat(mvc.get().uri(screen).header("Accept-Language", "en").with(as(organiser)))
                .bodyText()
                .contains("D’Hondt 0", "0 of 4 have signed")
                .doesNotContain("Refused", "Pas de mandat", "@example.org");
    }

    @Test
    void the_minutes_list_the_signatures_in_their_order_and_what_went_otherwise() {
        released();
        List<Signatory> people = signatories.of(id);
        sign(people.get(2), Instant.parse("2026-11-28T11:41:00Z"), 2);
        sign(people.get(0), Instant.parse("2026-11-28T11:40:00Z"), 3);
        transaction.executeWithoutResult(
                status -> audit.append(id, new AuditEvent(AuditEventType.LETTER_FAILED, "service", Map.of())));

        assertThat(mvc.get()
                        .uri(screen + "/minutes")
                        .header("Accept-Language", "en")
                        .with(as(organiser)))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Record of signature", "2 of 4", "D’Hondt 2", "12:41", "D’Hondt 0", "12:40")
                .containsSubsequence(
                        "Not signed", "D’Hondt 1", "D’Hondt 3", "Incidents", "not taken by the mail server");
    }

    @Test
    void why_a_signature_from_elsewhere_was_not_taken_is_told_as_its_signatory_read_it() {
        released();
        String who = "signatory:" + signatories.of(id).get(0).id();
        for (String reason : List.of("VALIDATION_DATA_BEHIND", "EXPIRED", "NO_REVOCATION_DATA")) {
            transaction.executeWithoutResult(status -> audit.append(
                    id, new AuditEvent(AuditEventType.EXTERNAL_SIGNATURE_REFUSED, who, Map.of("reason", reason))));
        }

        for (String page : List.of(screen + "/minutes", screen.replace("/ceremony", "/audit"))) {
            for (String[] words : new String[][] {
                {"fr", "sans validation à long terme (LTV)", "avait expiré", "ne publie rien"},
                {"nl", "zonder langetermijnvalidatie (LTV)", "was verlopen", "publiceert niets"},
                {"en", "without long-term validation (LTV)", "had expired", "publishes nothing"}
            }) {
                assertThat(mvc.get()
                                .uri(page)
                                .header("Accept-Language", words[0])
                                .with(as(organiser)))
                        .hasStatusOk()
                        .bodyText()
                        .as(page + " in " + words[0])
                        .containsSubsequence("<q>", words[1], "<q>", words[2], "<q>", words[3])
                        .doesNotContain("VALIDATION_DATA_BEHIND", "??");
            }
        }
    }

    @Test
    void who_signs_in_the_room_and_who_from_afar_stand_side_by_side() {
        released();
        List<Signatory> people = signatories.of(id);
        sign(people.get(0), Instant.parse("2026-11-28T11:40:00Z"), 2, Attendance.PRESENT);
        sign(people.get(1), Instant.parse("2026-11-28T11:41:00Z"), 3, Attendance.REMOTE);
        tell(AuditEventType.DESK_CODE_REJECTED, people.get(1));

        assertThat(mvc.get().uri(screen).header("Accept-Language", "en").with(as(organiser)))
                .bodyText()
                .containsSubsequence("D’Hondt 0", "12:40", " · present", "D’Hondt 1", "12:41", " · remote");
        assertThat(mvc.get()
                        .uri(screen + "/minutes")
                        .header("Accept-Language", "en")
                        .with(as(organiser)))
                .bodyText()
                .containsSubsequence("D’Hondt 0", "present", "12:40", "2026-11-28T11:40:00Z")
                .containsSubsequence("D’Hondt 1", "remote", "12:41", "2026-11-28T11:41:00Z")
                .containsSubsequence("Incidents", "Desk code rejected", "(", "D’Hondt 1)");
    }

    @Test
    void a_program_reads_the_minutes_too() {
        String api = "/api/v1/declarations/" + id + "/minutes";
        assertThat(mvc.get().uri(api).with(as(organiser))).hasStatus(404);
        released();
        List<Signatory> people = signatories.of(id);
        sign(people.get(0), Instant.parse("2026-11-28T11:40:00Z"), 2, Attendance.PRESENT);
        tell(AuditEventType.DESK_CODE_REJECTED, people.get(1));

        var minutes =
                assertThat(mvc.get().uri(api).with(as(organiser))).hasStatusOk().bodyJson();

        minutes.extractingPath("$.signed[0].attendance").isEqualTo("PRESENT");
        minutes.extractingPath("$.signed[0].signed").isEqualTo("2026-11-28T11:40:00Z");
        minutes.extractingPath("$.signed[0].local").isEqualTo("2026-11-28T12:40:00+01:00");
        minutes.extractingPath("$.unsigned.length()").isEqualTo(3);
        minutes.extractingPath("$.incidents[0].event").isEqualTo("DESK_CODE_REJECTED");
        minutes.extractingPath("$.incidents[0].concerns").asString().contains("D’Hondt 1");
        assertThat(mvc.get().uri(api).with(as(TestDeclarations.organiser("Bert"))))
                .hasStatus(404);
    }

    private void tell(AuditEventType type, Signatory about) {
        transaction.executeWithoutResult(
                status -> audit.append(id, new AuditEvent(type, "signatory:" + about.id(), Map.of())));
    }

    @Test
    void only_its_organisers_open_the_screen_and_only_once_it_circulates() {
        assertThat(mvc.get().uri(screen).with(as(organiser))).hasStatus(404);
        released();
        for (String path : List.of(screen, screen + "/blocks", screen + "/minutes")) {
            assertThat(mvc.get().uri(path).with(as(TestDeclarations.organiser("Bert"))))
                    .hasStatus(404);
            assertThat(mvc.get().uri(path)).hasStatus(302);
        }
    }

    private void released() {
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));
    }

    private void sign(Signatory one, Instant at, int revision) {
        sign(one, at, revision, Attendance.REMOTE);
    }

    private void sign(Signatory one, Instant at, int revision, Attendance attendance) {
        transaction.executeWithoutResult(status -> {
            signatories.consented(one.id(), at);
            signatories.attended(one.id(), attendance);
            signatories.signed(one.id(), at, revision);
        });
    }
}
