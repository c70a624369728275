package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Rounds;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.TestDeclarations;
import org.alternat.shared.DeclarationId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An organiser's browser, and a declaration that she lets circulate. */
@OrganiserSlice
abstract class OrganiserVisits {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Rounds rounds;

    @Autowired
    TransactionTemplate transaction;

    final TestDeclarations.Staff organiser = TestDeclarations.organiser("Anouk");
    final TestDeclarations.Staff stranger = TestDeclarations.organiser("Bert");

    /** Two signatories, both of the first round; the first of them, Zoë, is invited. */
    DeclarationId circulatingDeclarationOfTwo() {
        DeclarationId id = declarations.draft(TestDeclarations.ofRounds(1, 1), organiser);
        declarations.release(id, organiser);
        transaction.executeWithoutResult(status -> rounds.next(id));
        transaction.executeWithoutResult(status -> signatories.invited(zoe(id).id(), Instant.now()));
        return id;
    }

    Signatory zoe(DeclarationId id) {
        return signatories.of(id).get(0);
    }

    MvcTestResult get(String path, String language) {
        return mvc.get()
                .uri(path)
                .with(as(organiser))
                .header("Accept-Language", language)
                .exchange();
    }

    MvcTestResult post(String path, String name, String value) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add(name, value);
        return post(path, fields);
    }

    MvcTestResult post(String path, MultiValueMap<String, String> fields) {
        return mvc.post()
                .uri(path)
                .params(fields)
                .with(as(organiser))
                .with(csrf())
                .header("Accept-Language", "en")
                .exchange();
    }

    /** A form with one file and one word. */
    MvcTestResult send(String path, String fileField, byte[] pdf, String name, String value) {
        return mvc.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile(fileField, fileField + ".pdf", "application/pdf", pdf))
                .param(name, value)
                .with(as(organiser))
                .with(csrf())
                .header("Accept-Language", "en")
                .exchange();
    }

    MvcTestResult sendJson(String path, String json) {
        return mvc.post()
                .uri(path)
                .with(as(organiser))
                .with(csrf())
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
