package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Terms;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.PagePictures;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.StaffIdentity;
import org.alternat.signing.SignaturePagesPreview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** An organiser sees the signature pages of a draft exactly as they will be made. */
class SignaturePagesPreviewTest extends SigningPages {

    @Autowired
    WebApplicationContext context;

    @Autowired
    SignaturePagesPreview preview;

    @Autowired
    Revisions revisions;

    MockMvcTester mvc;

    @BeforeEach
    void the_pages() {
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    @Test
    void each_page_is_a_picture_whose_text_names_the_parties_that_sign_there() throws IOException {
        DeclarationId draft = drafted(TestDeclarations.ofRounds(1, 1, 1).parties(), Terms.PLAIN);
        int first = declarations.get(draft).pages() + 1;
        String page = "/declarations/" + draft + "/signature-pages";

        MvcTestResult seen = get(page, organiser);

        assertThat(seen).hasStatusOk();
        assertThat(new String(seen.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains(page + "/" + first + ".png")
                .contains("alt=\"Page " + first + ", with the places for the signatures of: Fédération 0");
        MvcTestResult picture = get(page + "/" + first + ".png", organiser);
        assertThat(picture).hasStatusOk().hasContentType("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.getResponse().getContentAsByteArray())))
                .satisfies(image -> assertThat(image.getWidth()).isBetween(999, 1001));
        assertThat(get(page + "/1.png", organiser)).hasStatus(404);
        assertThat(get(page + "/999.png", organiser)).hasStatus(404);
        assertThat(revisions.list(draft)).hasSize(1);
    }

    @Test
    void the_picture_of_the_draft_is_the_picture_of_the_prepared_document() {
        DeclarationId id = drafted(TestDeclarations.ofRounds(1, 1, 1).parties(), Terms.PLAIN);
        Declaration draft = declarations.get(id);
        int number = draft.pages() + 1;
        byte[] before = preview.picture(draft, number).orElseThrow();

        declarations.release(id, organiser);
        eventually(() -> revisions.list(id).size() > 1);

        assertThat(revisions.list(id).get(1).kind()).isEqualTo(RevisionKind.PREPARED);
        PdfBytes prepared = revisions.read(id, 1);
        assertThat(PagePictures.png(prepared, number)).isEqualTo(before);
    }

    @Test
    void without_anybody_who_signs_there_is_nothing_to_see() {
        DeclarationId draft = drafted(List.of(), Terms.PLAIN);

        assertThat(get("/declarations/" + draft + "/signature-pages", organiser))
                .bodyText()
                .contains("Nobody signs yet");
    }

    @Test
    void whoever_does_not_organise_it_sees_nothing() {
        DeclarationId draft = drafted(TestDeclarations.ofRounds(1).parties(), Terms.PLAIN);
        String page = "/declarations/" + draft + "/signature-pages";

        StaffIdentity stranger = TestDeclarations.organiser("Bert");
        assertThat(get(page, stranger)).hasStatus(404);
        assertThat(get(page + "/8.png", stranger)).hasStatus(404);
        assertThat(mvc.get().uri(page)).hasStatus(302);
    }

    private MvcTestResult get(String path, StaffIdentity by) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", "en")
                .with(authentication(new TestingAuthenticationToken(by, "", "ROLE_ORGANISER")))
                .exchange();
    }
}
