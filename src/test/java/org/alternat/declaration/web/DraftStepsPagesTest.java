package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.alternat.declaration.web.Requests.body;
import static org.alternat.declaration.web.Requests.file;
import static org.alternat.declaration.web.Requests.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A draft is made in four steps, each with an address of its own, left and taken up again as its organiser likes. */
@OrganiserSlice
class DraftStepsPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    RefusalPolicy policy;

    @Autowired
    Delegations delegations;

    TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");

    @ParameterizedTest
    @CsvSource({"fr, Étape suivante", "nl, Volgende stap", "en, Next step"})
    void a_draft_is_made_step_by_step_and_the_list_leads_to_the_first_step_that_lacks_something(
            String language, String next) {
        String page = begun(language);
        assertThat(draft().title()).isEqualTo("Déclaration commune");
        assertThat(declarations.texts(draft().id()))
                .extracting(LanguageText::content)
                .containsExactly("# Declaration", "# Déclaration\nNous");
        assertThat(get("/declarations", language)).contains("href=\"" + page + "/parties\"", next);

        assertThat(sent(page + "/parties", language, "signatories", Requests.CSV))
                .hasRedirectedUrl(page + "/parties?done=listed");
        assertThat(signatories.of(draft().id()))
                .extracting(Signatory::fullName)
                .containsExactly("Émilie D’Hondt", "Aimée Tremblay");
        assertThat(get("/declarations", language)).contains("href=\"" + page + "/rules\"");

        assertThat(post(form(mvc, page + "/rules", Locale.forLanguageTag(language))))
                .hasRedirectedUrl(page);
        assertThat(draft().deadline()).isEqualTo(Instant.parse("2999-12-31T17:00:00Z"));
        assertThat(get("/declarations", language)).contains("href=\"" + page + "\"");
        assertThat(get(page, language)).contains(page + "/publicity\"").doesNotContain(page + "/release\"");
        assertThat(post(form(mvc, page + "/publicity", Locale.ENGLISH).param("due", "false")))
                .hasRedirectedUrl(page + "?done=changed");
        assertThat(get(page, language)).contains("action=\"" + page + "/release\"");
    }

    @Test
    void each_step_says_in_words_how_far_it_is_and_the_present_one_is_marked() {
        String page = begun("en");

        assertThat(steps(page + "/parties")).isEqualTo("Text (done) [Parties (to do)] Rules (to do) Review");
        sent(page + "/parties", "en", "signatories", Requests.CSV);
        assertThat(steps(page + "/rules")).isEqualTo("Text (done) Parties (done) [Rules (to do)] Review");
        post(form(mvc, page + "/rules", Locale.ENGLISH)
                .param("terms.everybody", "false")
                .param("terms.parties", "Nobody"));
        assertThat(steps(page)).isEqualTo("Text (done) Parties (done) Rules (to be corrected) [Review]");
        assertThat(steps("/declarations/new")).isEqualTo("[Text (to do)] Parties (to do) Rules (to do) Review");
    }

    @Test
    void whoever_leaves_keeps_what_the_page_holds() {
        String page = begun("en");

        assertThat(post(form(mvc, page + "/text", Locale.ENGLISH)
                        .param("leave", "true")
                        .param("texts[fr]", "Autre texte")))
                .hasRedirectedUrl("/declarations");

        assertThat(declarations.texts(draft().id()))
                .extracting(LanguageText::content)
                .containsExactly("Autre texte");
        assertThat(get(page + "/text", "en")).contains("Autre texte");
    }

    @Test
    void a_first_step_without_anything_names_every_field_and_makes_no_draft() {
        MvcTestResult refused =
                post(mvc.post().uri("/declarations/new").multipart().header("Accept-Language", "en"));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused))
                .contains("title-error", "placeAndDate-error", "languages-error", "Please choose the PDF to sign.")
                .doesNotContain("deadline-error");
        assertThat(declarations.ofOrganiser(organiser.staffId())).isEmpty();
    }

    @Test
    void every_fault_of_a_list_is_shown_where_it_stands_and_nothing_of_it_is_taken() {
        String page = begun("en");
        sent(page + "/parties", "en", "signatories", Requests.CSV);
        List<Signatory> before = signatories.of(draft().id());

        String list = Requests.CSV
                .replace("aimee@", "")
                .replace("fr-BE,1", "fr,0")
                .concat("Québec,\"Sept, Îles\",Québec,,Roy,Président,roy@example.org,fr-CA,1\n")
                .concat("only,three,cells\n");
        MvcTestResult refused = sent(page + "/parties", "en", "signatories", list);

        assertThat(refused).hasStatus(422);
        assertThat(body(refused))
                .contains("5 faults in the list of signatories", "Line 2.", "Line 3.", "Line 4.", "Line 5.")
                .contains("emilie@example.org,<mark>fr</mark>,<mark>0</mark></code>", "<mark>example.org</mark>")
                .contains("&quot;Sept, Îles&quot;,Québec,<mark></mark>,Roy")
                .contains("Column locale:", "Column order:", "Column email:", "Column given_name:")
                .contains("only,three,cells</code>", "This line has 3 columns instead of 9.");
        assertThat(signatories.of(draft().id())).isEqualTo(before);
    }

    @Test
    void a_list_with_thousands_of_faulty_lines_shows_two_hundred_and_counts_the_rest() {
        String page = begun("en");
        String lines = IntStream.range(0, 5000)
                .mapToObj(n -> "<b>" + n + ",P,R,A,B,C,a" + n + "@example.org,xx,1\n")
                .collect(Collectors.joining());

        MvcTestResult refused = sent(
                page + "/parties",
                "en",
                "signatories",
                Requests.CSV.lines().findFirst().orElseThrow() + "\n" + lines);

        assertThat(body(refused))
                .contains("Line 201.", "And 4,800 more faulty lines", "&lt;b&gt;0,")
                .doesNotContain("Line 202.", "<b>");
        assertThat(signatories.of(draft().id())).isEmpty();
    }

    @Test
    void a_file_that_is_no_list_says_so_in_one_sentence() {
        String page = begun("en");

        assertThat(body(sent(page + "/parties", "en", "signatories", ""))).contains("The file names no signatory.");
        assertThat(body(sent(page + "/parties", "en", "signatories", Requests.CSV.replace(',', ';'))))
                .contains("The columns are separated by semicolons");
        assertThat(body(post(form(mvc, page + "/parties", Locale.ENGLISH)
                        .file(file("signatories", "list.csv", new byte[] {(byte) 0xE9, 'a'})))))
                .contains("The file is not encoded in UTF-8.");
    }

    @Test
    void the_review_lists_all_that_hinders_the_release_with_the_way_to_mend_it() {
        String page = begun("en");

        assertThat(get(page, "en"))
                .contains("3 things still stand in the way of the release")
                .contains("The declaration has no signatory yet.", "href=\"" + page + "/parties\"")
                .contains("Deadline and rules are still a proposal", "href=\"" + page + "/rules\"")
                .doesNotContain("action=\"" + page + "/release\"");
        assertThat(post(form(mvc, page + "/release", Locale.ENGLISH).param("seen", "true")))
                .hasStatus(409);
        assertThat(draft().state()).isEqualTo(DeclarationState.DRAFT);
    }

    @Test
    void the_rules_step_also_sets_what_follows_a_refusal_and_who_decides_about_delegations() {
        String page = begun("en");

        post(form(mvc, page + "/rules", Locale.ENGLISH)
                .param("afterRefusal", "ASK")
                .param("delegation", "ALLOW"));

        assertThat(policy.of(draft().id())).isEqualTo(AfterRefusal.ASK);
        assertThat(delegations.rule(draft().id())).isEqualTo(DelegationRule.ALLOW);
        assertThat(get(page, "en")).contains("pause until you decide", "allow it beforehand");
    }

    /** The path of a draft that has its text and nothing else. */
    private String begun(String language) {
        MvcTestResult made = post(form(mvc, "/declarations/new", Locale.forLanguageTag(language))
                .file(file("document", "text.pdf", Requests.pdf()))
                .param("texts[fr]", "# Déclaration\r\nNous")
                .file(file("textFiles[en]", "text.md", "# Declaration")));
        String page = "/declarations/" + draft().id();
        assertThat(made).hasRedirectedUrl(page + "/parties");
        return page;
    }

    private Declaration draft() {
        return declarations.ofOrganiser(organiser.staffId()).get(0);
    }

    /** The list of steps as it is read aloud, the present one in brackets. */
    private String steps(String path) {
        String list = get(path, "en").replaceAll("(?s).*<ol class=\"steps\">|</ol>.*", "");
        return list.replaceAll("<li[^>]*aria-current=\"step\"[^>]*>", "[")
                .replaceAll("(?s)(\\[[^<]*(?:<(?!/li>)[^>]*>[^<]*)*)</li>", "$1]")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replace("[ ", "[")
                .replace(" ]", "]")
                .strip();
    }

    private MvcTestResult sent(String path, String language, String field, String content) {
        return post(form(mvc, path, Locale.forLanguageTag(language)).file(file(field, "list.csv", content)));
    }

    private MvcTestResult post(MockMultipartMvcRequestBuilder request) {
        return request.with(as(organiser)).with(csrf()).exchange();
    }

    private String get(String path, String language) {
        MvcTestResult seen = mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(as(organiser))
                .exchange();
        assertThat(seen).hasStatusOk();
        return body(seen);
    }
}
