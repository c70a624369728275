package org.alternat.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchiveSlice;
import org.alternat.archive.SealedDeclarations;
import org.alternat.archive.SealedDeclarations.Signing;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may open which door of the archive, each role at each door, and what stays of it in the audit trail. */
@ArchiveSlice
class ArchiveDoorsTest {

    private static final Set<String> ROLES = Set.of("ORGANISER", "ARCHIVIST", "AUDITOR");

    @Autowired
    MockMvc mvc;

    @Autowired
    Archive archive;

    @Autowired
    SealedDeclarations sealed;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    DeclarationId id;
    long entries;

    @BeforeEach
    void an_archived_declaration() {
        id = sealed.sealed("Déclaration commune", new Signing("Europe", "Fédération", "Zoë D’Hondt"));
        transaction.executeWithoutResult(s -> archive.store(id));
        entries = audit.verify(id).entries();
    }

    @ParameterizedTest
    @CsvSource({
        // door,                                 nobody, stranger, its organiser, auditor, archivist
        "GET,  /archive,                            302, 403, 403, 200, 200",
        "GET,  /archive?q=commune,                  302, 403, 403, 200, 200",
        "GET,  /archive/{id},                       302, 403, 403, 200, 200",
        "GET,  /archive/{id}/declaration.pdf,       302, 403, 403, 200, 200",
        "GET,  /archive/{id}/preview,               302, 403, 403, 200, 200",
        "POST, /archive/{id}/fixity,                302, 403, 403, 200, 200",
        "GET,  /archive/{id}/closing-report,        302, 403, 403, 200, 200",
        "GET,  /archive/{id}/status-table,          302, 403, 403, 200, 200",
        "GET,  /archive/{id}/fixity,                302, 403, 403, 302, 302",
        "POST, /archive/{id}/package,               302, 403, 403, 403, 200",
        "GET,  /archive/{id}/package,               404, 404, 404, 404, 404",
        "POST, /archive/{id},                       302, 403, 403, 405, 405",
        "DELETE, /archive/{id},                     302, 403, 403, 405, 405",
        "PUT,  /archive/{id},                       302, 403, 403, 405, 405",
        "GET,  /api/v1/archive,                     401, 403, 403, 200, 200",
        "POST, /api/v1/archive,                     401, 403, 403, 405, 405",
        "GET,  /api/v1/declarations/{id}/package,   401, 404, 200, 403, 200",
        "HEAD, /api/v1/declarations/{id}/package,   401, 404, 200, 403, 200",
        "PUT,  /api/v1/declarations/{id}/package,   401, 405, 405, 403, 405",
        "DELETE, /api/v1/declarations/{id}/package, 401, 405, 405, 403, 405"
    })
    void each_role_finds_its_own_doors_open_and_no_other(
            String method, String path, int nobody, int stranger, int organiser, int auditor, int archivist)
            throws Exception {
        assertThat(Stream.of(
                                open(method, path, null),
                                open(method, path, staff(TestDeclarations.organiser("Stranger"), "ORGANISER")),
                                open(method, path, staff(SealedDeclarations.ORGANISER, "ORGANISER")),
                                open(method, path, staff(TestDeclarations.organiser("Auditor"), "AUDITOR")),
                                open(method, path, staff(TestDeclarations.organiser("Archivist"), "ARCHIVIST")))
                        .map(MockHttpServletResponse::getStatus))
                .containsExactly(nobody, stranger, organiser, auditor, archivist);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /archive/{id}",
        "GET, /archive",
        "HEAD, /archive/{id}/declaration.pdf",
        "GET, /archive/{id}/preview",
        "GET, /archive/{id}/fixity",
        "HEAD, /archive/{id}",
        "HEAD, /api/v1/declarations/{id}/package",
        "GET, /api/v1/archive"
    })
    void reading_changes_nothing(String method, String path) throws Exception {
        open(method, path, staff(TestDeclarations.organiser("Archivist"), "ARCHIVIST"));

        assertThat(audit.verify(id).entries()).isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /archive/{id}/package,             ARCHIVIST, PACKAGE_RETRIEVED, archivist",
        "GET,  /api/v1/declarations/{id}/package, ARCHIVIST, PACKAGE_RETRIEVED, archivist",
        "GET,  /api/v1/declarations/{id}/package, ORGANISER, PACKAGE_RETRIEVED, organiser",
        "GET,  /archive/{id}/declaration.pdf,     ARCHIVIST, DOCUMENT_RETRIEVED, archivist",
        "GET,  /archive/{id}/declaration.pdf,     AUDITOR,   DOCUMENT_RETRIEVED, auditor",
        "POST, /archive/{id}/fixity,              ARCHIVIST, FIXITY_CHECKED,    archivist",
        "POST, /archive/{id}/fixity,              AUDITOR,   FIXITY_CHECKED,    auditor"
    })
    void what_somebody_takes_or_checks_stands_in_the_trail_with_their_id(
            String method, String path, String role, String type, String actor) throws Exception {
        TestDeclarations.Staff person = SealedDeclarations.ORGANISER;

        open(method, path, staff(person, role));

        List<AuditEntry> all = audit.entries(id);
        assertThat(all).hasSize((int) entries + 1);
        assertThat(all.get(all.size() - 1).event().type().name()).isEqualTo(type);
        assertThat(all.get(all.size() - 1).event().actor()).isEqualTo(actor + ":" + person.staffId());
    }

    @ParameterizedTest
    @CsvSource({"/archive/{id}/package", "/archive/{id}/fixity"})
    void a_button_without_the_page_s_token_does_nothing(String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request(HttpMethod.POST, path, id)
                        .with(authentication(staff(TestDeclarations.organiser("Archivist"), "ARCHIVIST"))))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(audit.verify(id).entries()).isEqualTo(entries);
    }

    @Test
    void what_is_not_archived_is_not_found_by_anybody() throws Exception {
        DeclarationId draft = sealed.draft("Brouillon", new Signing("Europe", "Fédération", "Zoë D’Hondt"));
        for (String role : ROLES) {
            var by = staff(SealedDeclarations.ORGANISER, role);
            id = draft;
            assertThat(open("GET", "/archive/{id}", by).getStatus()).isIn(404, 403);
            assertThat(open("GET", "/archive/{id}/declaration.pdf", by).getStatus())
                    .isIn(404, 403);
            assertThat(open("POST", "/archive/{id}/fixity", by).getStatus()).isIn(404, 403);
            assertThat(open("POST", "/archive/{id}/package", by).getStatus()).isIn(404, 403);
            assertThat(open("GET", "/api/v1/declarations/{id}/package", by).getStatus())
                    .isIn(404, 403);
        }
    }

    private MockHttpServletResponse open(String method, String path, UsernamePasswordAuthenticationToken by)
            throws Exception {
        MockHttpServletRequestBuilder asked = request(HttpMethod.valueOf(method), path.replace("{id}", id.toString()));
        asked.with(csrf());
        if (by != null) {
            asked.with(authentication(by));
        }
        return mvc.perform(asked).andReturn().getResponse();
    }

    static UsernamePasswordAuthenticationToken staff(TestDeclarations.Staff person, String role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
    }
}
