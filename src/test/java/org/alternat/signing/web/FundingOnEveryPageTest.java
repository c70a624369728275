package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.NewSignatory;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.Publicities;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Terms;
import org.alternat.document.ScanType;
import org.alternat.mail.OutboxLetter;
import org.alternat.publication.Publications;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.Publicity;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page about a declaration, for staff, signatories and the public, says what that declaration says of its funding; so do its
 * letters and the pages of signatures in its PDF. The pages are those that the controllers name, so that a new one is asked too.
 */
class FundingOnEveryPageTest extends SigningPages {

    private static final Publicity TRIAL = new Publicity(
            true, "Avec le soutien de l’essai", "Met steun van de proef", "With the support of the trial", true, null);

    /** Have a variable in their address, and are about no declaration, or a part of a page. */
    private static final Set<String> ABOUT_NONE = Set.of(
            "/setup/{token}", // the team's
            "/outbox/{id}", // a letter, as the operator of a trial reads it
            "/copies/{token}", // a dead link; a living one is a file
            "/desk/{secret}", // before anybody knows whose code it is
            "/s/{token}/document.pdf", // a file
            "/s/{token}/external.pdf", // a file
            "/archive/{id}/fixity", // leads back to the record
            "/declarations/{id}/board", // the moving part of the board
            "/declarations/{id}/ceremony/blocks" // the moving part of the ceremony screen
            );

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");

    @Autowired
    WebApplicationContext service;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Publicities publicities;

    @Autowired
    Publications publications;

    @Autowired
    PaperSignatures papers;

    /** What an address may be filled in with: a declaration's, or a person's who opens it. */
    private final List<Map<String, String>> scenes = new ArrayList<>();

    private final List<Person> people = new ArrayList<>();

    private MockMvcTester staff;

    @Test
    void every_page_about_a_declaration_says_in_its_readers_language_who_funds_it() throws IOException {
        staff = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(service)
                .apply(springSecurity())
                .build());
        aDraft();
        Person reading = oneThatCirculates();
        anArchivedOne();
        oneSignedOnPaper();

        for (String door : new PageDoors(requestMappingHandlerMapping).without(Set.of())) {
            String page = VARIABLE.matcher(door).replaceAll("{$1}");
            if (page.contains("{") && !ABOUT_NONE.contains(page)) {
                List<String> shown = scenes.stream()
                        .flatMap(scene -> shown(page, scene).stream())
                        .toList();
                assertThat(shown).as("nobody has seen %s", page).isNotEmpty();
                assertThat(shown).as(page).allSatisfy(html -> assertThat(html)
                        .contains("<span class=\"mention\">Met steun van de proef</span>", "/european-union")
                        .doesNotContain("class=\"mention\">Met steun van het Europees"));
            }
        }
        theLetters();
        theDocument(reading);
    }

    private void theLetters() {
        List<OutboxLetter> theirs = outbox.list().stream()
                .filter(letter -> people.stream()
                        .anyMatch(one -> signatory(one).email().value().equals(letter.toAddress())))
                .toList();
        assertThat(theirs).extracting(OutboxLetter::kind).contains("invitation", "signing-code", "final-copy");
        assertThat(theirs).allSatisfy(letter -> assertThat(letter.text().lines())
                .endsWith("Europese Unie", "Met steun van de proef"));
    }

    /** In each language of the declaration, on the last page, which is one of signatures. */
    private void theDocument(Person reading) throws IOException {
        try (PDDocument document = Loader.loadPDF(reading.browser().getBytes(reading.link() + "/document.pdf"))) {
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(document.getNumberOfPages());
            assertThat(last.getText(document).replaceAll("\\s+", " "))
                    .contains(TRIAL.fr(), TRIAL.nl(), TRIAL.en(), "Union européenne");
        }
    }

    private Optional<String> shown(String page, Map<String, String> scene) {
        Matcher variable = VARIABLE.matcher(page);
        String path = variable.replaceAll(
                found -> Matcher.quoteReplacement(scene.getOrDefault(found.group(1), found.group())));
        if (path.contains("{")) {
            return Optional.empty();
        }
        if (scene.containsKey("token")) {
            HttpResponse<String> answer =
                    people.get(Integer.parseInt(scene.get("person"))).browser().get(path);
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        }
        MockHttpServletResponse answer = staff.get()
                .uri(path)
                .header("Accept-Language", "nl")
                .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                        organiser, null, AuthorityUtils.createAuthorityList("ROLE_ORGANISER", "ROLE_ARCHIVIST"))))
                .exchange()
                .getResponse();
        boolean isPage = answer.getStatus() == 200
                && String.valueOf(answer.getContentType()).startsWith("text/html");
        return isPage
                ? Optional.of(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private void aDraft() {
        scene(funded("Netwerk Oost"));
    }

    private Person oneThatCirculates() {
        circulating("Netwerk West", "Netwerk Noord");
        people.get(0).proved().read();
        people.get(1).askForCode();
        return people.get(0);
    }

    private void oneSignedOnPaper() {
        DeclarationId id = circulating("Netwerk Midden", "Netwerk Rand");
        papers.record(
                id,
                signatories.of(id).get(0).id(),
                new byte[] {1},
                ScanType.PDF,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                organiser);
    }

    private void anArchivedOne() {
        DeclarationId id = circulating("Netwerk Zuid");
        people.get(2).proved().read().post("/signature", "read", "true", "listed", "true");
        eventually(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
        publications.publish(id, clock.instant(), organiser);
        eventually(() -> outbox.list().stream()
                .anyMatch(letter -> letter.kind().equals("final-copy")
                        && letter.toAddress()
                                .equals(signatory(people.get(2)).email().value())));
    }

    private DeclarationId circulating(String... names) {
        DeclarationId id = funded(names);
        declarations.release(id, organiser);
        eventually(() -> signatories.of(id).stream().allMatch(one -> one.state() == SignatoryState.INVITED));
        scene(id);
        for (var signatory : signatories.of(id)) {
            Person person = person(signatory);
            scenes.add(Map.of("token", person.link().replaceFirst("/s/", ""), "person", "" + people.size()));
            people.add(person);
        }
        return id;
    }

    private void scene(DeclarationId id) {
        scenes.add(Map.of(
                "id", id.toString(),
                "signatory", signatories.of(id).get(0).id().toString(),
                "reference", declarations.get(id).reference()));
    }

    private DeclarationId funded(String... names) {
        List<NewParty> parties = new ArrayList<>();
        for (String name : names) {
            EmailAddress email = new EmailAddress("funded-" + System.nanoTime() + "@example.org");
            Locale dutch = Locale.forLanguageTag("nl-BE");
            parties.add(new NewParty(
                    "Europe",
                    name,
                    "Vlaanderen",
                    null,
                    List.of(new NewSignatory("Zoë", "D’Hondt", "Voorzitter", email, dutch, 1))));
        }
        DeclarationId id = drafted(parties, Terms.PLAIN);
        publicities.set(id, TRIAL, null, organiser);
        return id;
    }
}
