package org.alternat.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchiveSlice;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.archive.SealedDeclarations;
import org.alternat.archive.SealedDeclarations.Signing;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** An archivist finds a declaration again, reads its record, checks it and takes the package away. */
@ArchiveSlice
class ArchivePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Archive archive;

    @Autowired
    SealedDeclarations sealed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    DeclarationId id;
    ArchivedDeclaration kept;

    @BeforeEach
    void an_archived_declaration() {
        id = sealed.sealed(
                "Déclaration d’Ōsaka",
                new Signing("Europe", "Fédération de l’économie sociale", "Sébastien Łukasiewicz"));
        transaction.executeWithoutResult(s -> archive.store(id));
        kept = archive.find(id).orElseThrow();
    }

    @Test
    void the_archivist_finds_checks_and_takes_away() throws Exception {
        String found = page(get("/archive").header("Accept-Language", "en").param("q", "sebastien osaka"));
        assertThat(found).contains("/archive/" + id, "Déclaration d’Ōsaka", kept.reference());

        String record = page(get("/archive/" + id).header("Accept-Language", "en"));
        assertThat(record)
                .contains("Sébastien Łukasiewicz", "Secrétaire générale", "Fédération de l’économie sociale")
                .contains(kept.documentSha256().hex(), kept.packageSha256().hex())
                .contains("PAdES B\u2011LTA", "UTC");

        String checked = page(post("/archive/" + id + "/fixity")
                .header("Accept-Language", "en")
                .with(csrf()));
        assertThat(checked).contains("Everything is whole");

        MockHttpServletResponse taken =
                answer(post("/archive/" + id + "/package").with(csrf()));
        assertThat(taken.getContentType()).isEqualTo("application/zip");
        assertThat(taken.getHeader("Content-Disposition")).contains(kept.reference() + ".zip");
        assertThat(taken.getHeader("Cache-Control")).contains("no-store");
        assertThat(Sha256.of(taken.getContentAsByteArray())).isEqualTo(kept.packageSha256());

        MockHttpServletResponse document = answer(get("/archive/" + id + "/declaration.pdf"));
        assertThat(document.getContentType()).isEqualTo("application/pdf");
        assertThat(Sha256.of(document.getContentAsByteArray())).isEqualTo(kept.documentSha256());
    }

    @Test
    void the_record_tells_the_chain_of_custody_and_who_has_had_the_document_since() throws Exception {
        assertThat(page(get("/archive/" + id).header("Accept-Language", "en")))
                .contains("Chain of custody", "Package built and archived")
                .contains("Nobody has taken anything away yet.");

        answer(get("/archive/" + id + "/declaration.pdf"));
        answer(post("/archive/" + id + "/package").with(csrf()));
        page(post("/archive/" + id + "/fixity").with(csrf()));

        String record = page(get("/archive/" + id).header("Accept-Language", "en"));
        String log = record.substring(record.indexOf("Access log"));
        assertThat(log)
                .containsSubsequence(
                        "Integrity checked", "Everything was whole", "Package taken away", "Document read");
        assertThat(log).contains("Archivist").doesNotContain("Nobody has taken");
    }

    @Test
    void beside_the_verdict_of_the_day_stand_the_certificate_and_the_verdict_of_today() throws Exception {
        String record = page(get("/archive/" + id).header("Accept-Language", "en"));

        assertThat(record).contains("Verdict at closing", "Verdict today", "Certificate");
        String row = record.substring(record.indexOf("data-label=\"Certificate\""));
        assertThat(row.substring(0, row.indexOf("</tr>")))
                .containsSubsequence(
                        "Sébastien Łukasiewicz", " ← ", "data-label=\"Verdict today\"", "chip done", "Valid");
    }

    @Test
    void an_answer_is_narrowed_by_year_side_and_who_is_missing() throws Exception {
        String found = page(get("/archive?q=osaka&side=Europe").header("Accept-Language", "en"));

        assertThat(found)
                .contains(
                        "Everybody signed",
                        "href=\"/archive?q=osaka\"",
                        "/archive?q=osaka&amp;side=Europe&amp;state=complete")
                .contains("/archive/" + id);
        assertThat(page(get("/archive?q=osaka&state=partial"))).doesNotContain("/archive/" + id);
        assertThat(page(get("/archive?q=osaka&year=1999"))).doesNotContain("/archive/" + id);
        assertThat(page(get("/archive?q=osaka&year=x&state=y"))).contains("/archive/" + id);
    }

    @Test
    void a_check_that_finds_a_difference_says_so() throws Exception {
        jdbc.sql("update archive_package set content = ? where declaration_id = ?")
                .params(new byte[] {1, 2, 3}, id.value())
                .update();

        String checked = page(post("/archive/" + id + "/fixity")
                .header("Accept-Language", "en")
                .with(csrf()));

        assertThat(checked)
                .contains(
                        "not what was archived",
                        "Differs: now",
                        Sha256.of(new byte[] {1, 2, 3}).hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "en"})
    void every_page_speaks_the_reader_s_language(String language) throws Exception {
        for (String path : new String[] {
            "/archive",
            "/archive?q=nothing-like-it",
            "/archive/" + id,
            "/archive/" + id + "/closing-report",
            "/archive/" + id + "/preview",
            "/archive/" + id + "/status-table"
        }) {
            assertThat(page(get(path).header("Accept-Language", language))).contains("lang=\"" + language + "\"");
        }
    }

    @Test
    void nothing_to_take_away_is_offered_to_an_auditor() throws Exception {
        String record = mvc.perform(get("/archive/" + id)
                        .with(authentication(ArchiveDoorsTest.staff(TestDeclarations.organiser("Auditor"), "AUDITOR"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(record).doesNotContain("/package\"").contains("/fixity\"");
    }

    @ParameterizedTest
    @CsvSource({
        "from=28.11.2019, 400",
        "to=2019-02-30, 400",
        "from=2019-11-29&to=2019-11-28, 400",
        "page=0, 200",
        "page=99, 200"
    })
    void a_date_that_is_none_is_named_beside_its_field(String query, int status) throws Exception {
        MockHttpServletResponse answer = answer(get("/archive?" + query));

        assertThat(answer.getStatus()).isEqualTo(status);
        String html = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(html.contains("aria-invalid=\"true\"")).isEqualTo(status == 400);
    }

    @Test
    void links_between_pages_keep_the_search_whatever_was_typed() {
        ArchiveForm form = new ArchiveForm("a&b=c+{x}", null, " Œuvre ", "", null, null, null, "Québec", null);

        assertThat(form.href(2)).isEqualTo("/archive?q=a%26b%3Dc%2B%7Bx%7D&party=%C5%92uvre&side=Qu%C3%A9bec&page=2");
        assertThat(form.href("side", "")).isEqualTo("/archive?q=a%26b%3Dc%2B%7Bx%7D&party=%C5%92uvre");
    }

    private String page(MockHttpServletRequestBuilder asked) throws Exception {
        MockHttpServletResponse answer = answer(asked);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked) throws Exception {
        return mvc.perform(asked.with(
                        authentication(ArchiveDoorsTest.staff(TestDeclarations.organiser("Archivist"), "ARCHIVIST"))))
                .andReturn()
                .getResponse();
    }
}
