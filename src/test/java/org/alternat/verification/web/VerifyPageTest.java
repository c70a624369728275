package org.alternat.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.document.HostilePdfs;
import org.alternat.document.Revisions;
import org.alternat.pades.ChainFixture;
import org.alternat.publication.Publications;
import org.alternat.shared.DeclarationId;
import org.alternat.signing.web.SigningPages;
import org.alternat.testing.Browser;
import org.alternat.verification.VisitorLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Anybody brings a PDF, over real HTTP, and is told what is true of it. */
class VerifyPageTest extends SigningPages {

    @Autowired
    Revisions revisions;

    @Autowired
    Publications publications;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private Browser visitor;

    @BeforeEach
    void a_visitor_who_has_not_been_here_before() {
        visitor = new Browser(port, "en").from("203.0.113." + ADDRESSES.incrementAndGet());
        assertThat(visitor.get("/verify").statusCode()).isEqualTo(200);
    }

    @Test
    void the_final_copy_is_known_and_every_signature_in_it_holds() {
        Declaration declaration = sealed();
        byte[] file = revisions.read(declaration.id()).toByteArray();

        String page = visitor.uploadForm("/verify", file).body();

        assertThat(page)
                .contains("data-verdict=\"valid\"", "data-match=\"final-copy\"", "data-opinion=\"agrees\"")
                .contains("Every signature holds")
                .contains(declaration.reference())
                .contains("Zoë D’Hondt", "Fédération de l’économie sociale n° 1")
                .contains("PAdES B\u2011LTA")
                .contains("This service’s own authority, unknown to Acrobat")
                .contains(" UTC", "(Europe/Paris)")
                .doesNotContain("data-conclusion=\"indeterminate\"", "data-conclusion=\"failed\"");
    }

    @Test
    void by_its_reference_the_final_copy_is_judged_and_nobody_is_named() {
        Declaration declaration = sealed();

        HttpResponse<String> page =
                visitor.get("/verify?reference=%20" + declaration.reference().toLowerCase(java.util.Locale.ROOT));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("data-verdict=\"valid\"", "data-match=\"final-copy\"")
                .doesNotContain("D’Hondt", "Fédération de l’économie");
    }

    @Test
    void by_its_reference_a_declaration_gives_its_title_away_only_once_it_is_public() {
        Declaration declaration = sealed();
        String byReference = "/verify?reference=" + declaration.reference();
        publications.publish(declaration.id(), clock.instant().plus(Duration.ofHours(1)), organiser);

        assertThat(visitor.get(byReference).body())
                .contains("data-verdict=\"valid\"", declaration.reference())
                .doesNotContain(declaration.title());

        clock.forward(Duration.ofHours(1));
        assertThat(visitor.get(byReference).body()).contains(declaration.title());
    }

    @Test
    void something_added_behind_the_final_copy_is_named_as_an_alteration() {
        Declaration declaration = sealed();
        byte[] file = revisions.read(declaration.id()).toByteArray();
        byte[] longer = Arrays.copyOf(file, file.length + 9);
        System.arraycopy("\n% added".getBytes(StandardCharsets.US_ASCII), 0, longer, file.length, 8);
        longer[longer.length - 1] = '\n';

        String page = visitor.uploadForm("/verify", longer).body();

        assertThat(page)
                .contains("data-verdict=\"altered\"", "data-match=\"continued\"")
                .contains("Something was added after the last signature");
    }

    @Test
    void a_byte_that_was_changed_shows_as_modified_after_signing() {
        Declaration declaration = sealed();
        byte[] file = revisions.read(declaration.id()).toByteArray();
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("endstream") - 5;
        file[at] ^= 1;

        String page = visitor.uploadForm("/verify", file).body();

        assertThat(page)
                .contains("data-verdict=\"altered\"", "data-match=\"none\"")
                .contains("The content was modified after signing");
    }

    @Test
    void the_text_that_still_circulates_is_named_and_never_called_final() {
        Person person = invited("fr-FR").get(0);
        DeclarationId id = signatory(person).declarationId();

        String page =
                visitor.uploadForm("/verify", revisions.read(id).toByteArray()).body();

        assertThat(page).contains("data-match=\"current\"").contains("There is no final copy of it (yet)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "en"})
    void every_language_says_it(String language) {
        Browser reader = new Browser(port, language);
        reader.get("/verify");

        String page =
                reader.uploadForm("/verify", ChainFixture.text(1).toByteArray()).body();

        assertThat(page)
                .contains("data-verdict=\"unsigned\"", "lang=\"" + language + "\"")
                .doesNotContain("??");
    }

    static Stream<Arguments> hostileFiles() {
        return Stream.of(
                Arguments.of("not a PDF", "hello".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a head alone", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("encrypted", HostilePdfs.encrypted("secret")),
                Arguments.of("truncated", HostilePdfs.truncated()),
                Arguments.of("looping page tree", HostilePdfs.loopingPageTree()),
                Arguments.of("JavaScript", HostilePdfs.javaScript()),
                Arguments.of("launch", HostilePdfs.launchAction()),
                Arguments.of("embedded file", HostilePdfs.embeddedFile()),
                Arguments.of("XFA", HostilePdfs.xfa()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileFiles")
    void a_hostile_file_is_answered_in_words_and_never_called_valid(String what, byte[] file) {
        HttpResponse<String> page = visitor.uploadForm("/verify", file);
        HttpResponse<String> api = visitor.upload("/api/v1/verifications", file);

        assertThat(page.statusCode()).isIn(200, 422);
        assertThat(page.body()).doesNotContain("data-verdict=\"valid\"").contains("<h1");
        assertThat(api.statusCode()).isEqualTo(page.statusCode());
        assertThat(api.body()).doesNotContain("\"VALID\"");
    }

    @Test
    void no_file_an_unknown_reference_and_a_large_one_are_refused_in_one_sentence() {
        assertThat(visitor.uploadForm("/verify", new byte[0]))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(422))
                .satisfies(page -> assertThat(page.body()).contains("Please choose a PDF file first."));
        assertThat(visitor.get("/verify?reference=ALT-1999-0001"))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(404))
                .satisfies(page -> assertThat(page.body()).contains("No sealed declaration has this reference."));
        assertThat(visitor.uploadForm("/verify", HostilePdfs.tooLarge()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void the_form_needs_its_token_and_the_api_answers_with_facts() {
        byte[] text = ChainFixture.text(1).toByteArray();

        assertThat(visitor.upload("/verify", text).statusCode()).isEqualTo(403);
        HttpResponse<String> api = visitor.upload("/api/v1/verifications", text);
        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(api.body()).contains("\"verdict\":\"UNSIGNED\"", "\"sha256\":\"");
    }

    @Test
    void one_address_has_its_share_and_is_told_so() {
        byte[] text = "x".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < VisitorLimit.CHECKS; i++) {
            assertThat(visitor.upload("/api/v1/verifications", text).statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> api = visitor.upload("/api/v1/verifications", text);

        assertThat(api.statusCode()).isEqualTo(429);
        assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(api.body()).contains("Please try again in ten minutes.");
    }

    /** A declaration that two people have signed, sealed by the process itself. */
    private Declaration sealed() {
        List<Person> people = invited("fr-FR", "fr-CA");
        people.forEach(person -> person.proved().read().sign());
        DeclarationId id = signatory(people.get(0)).declarationId();
        await().atMost(Duration.ofSeconds(90)).until(() -> isSealed(declarations.get(id)));
        return declarations.get(id);
    }

    private static boolean isSealed(Declaration declaration) {
        return declaration.state() == DeclarationState.SEALED || declaration.state() == DeclarationState.ARCHIVED;
    }
}
