package org.alternat.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.alternat.archive.Archive;
import org.alternat.archive.ArchiveSlice;
import org.alternat.archive.ArchivedDeclaration;
import org.alternat.archive.SealedDeclarations;
import org.alternat.archive.SealedDeclarations.Signing;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program searches the archive, narrows the answer, and is told what cannot be read. */
@ArchiveSlice
class ArchiveApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Archive archive;

    @Autowired
    SealedDeclarations sealed;

    @Autowired
    TransactionTemplate transaction;

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
    void the_api_finds_without_accents_and_gives_digests() throws Exception {
        JsonNode found = api("person", "SEBASTIEN", "title", "osaka");

        assertThat(found.get("page").asInt()).isEqualTo(1);
        assertThat(found.get("items").valueStream().map(item -> item.get("id").asString()))
                .contains(id.toString());
        assertThat(found.get("items")
                        .valueStream()
                        .filter(item -> item.get("id").asString().equals(id.toString()))
                        .map(item -> item.get("packageSha256").asString()))
                .containsExactly(kept.packageSha256().hex());
    }

    @Test
    void the_api_narrows_its_answer_and_counts_each_facet() throws Exception {
        JsonNode all = api("title", "osaka");
        JsonNode year = all.get("facets").get("year").get(0);
        JsonNode side = all.get("facets").get("side").get(0);
        JsonNode state = all.get("facets").get("state").get(0);

        assertThat(api("title", "osaka", "year", year.get("value").asString())
                        .get("total")
                        .asLong())
                .isEqualTo(year.get("declarations").asLong())
                .isPositive();
        assertThat(api("title", "osaka", "side", side.get("value").asString())
                        .get("total")
                        .asLong())
                .isEqualTo(side.get("declarations").asLong());
        assertThat(api("title", "osaka", "state", state.get("value").asString())
                        .get("total")
                        .asLong())
                .isEqualTo(state.get("declarations").asLong());
        JsonNode other = api("title", "osaka", "year", "1999");
        assertThat(other.get("total").asLong()).isZero();
        assertThat(other.get("facets").get("year")).isEqualTo(all.get("facets").get("year"));
    }

    private JsonNode api(String... parameters) throws Exception {
        MockHttpServletRequestBuilder asked = get("/api/v1/archive");
        for (int i = 0; i < parameters.length; i += 2) {
            asked.param(parameters[i], parameters[i + 1]);
        }
        return new JsonMapper().readTree(answer(asked).getContentAsByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=tomorrow",
                "from=2019-11-29&to=2019-11-28",
                "page=0",
                "page=x",
                "page=-1",
                "year=19",
                "state=open"
            })
    void the_api_refuses_what_it_cannot_read_with_a_problem_in_the_caller_s_language(String query) throws Exception {
        MockHttpServletResponse answer = answer(get("/api/v1/archive?" + query).header("Accept-Language", "nl"));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("Onjuiste zoekvraag");
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder asked) throws Exception {
        return mvc.perform(asked.with(
                        authentication(ArchiveDoorsTest.staff(TestDeclarations.organiser("Archivist"), "ARCHIVIST"))))
                .andReturn()
                .getResponse();
    }
}
