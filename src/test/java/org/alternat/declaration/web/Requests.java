package org.alternat.declaration.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.alternat.declaration.TestDeclarations;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who asks, and what for. */
final class Requests {

    static final String CSV = "side,party,region,given_name,family_name,capacity,email,locale,order\n"
            + "Europe,Fédération Œuvres,Wallonie,Émilie,D’Hondt,Présidente,emilie@example.org,fr-BE,1\n"
            + "Québec,TIESS,Québec,Aimée,Tremblay,Directrice,aimee@example.org,fr-CA,1\n";

    private Requests() {}

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static RequestPostProcessor as(TestDeclarations.Staff staff) {
        return authentication(new TestingAuthenticationToken(staff, "", "ROLE_ORGANISER"));
    }

    static RequestPostProcessor asArchivist() {
        return authentication(new TestingAuthenticationToken(TestDeclarations.organiser("Carl"), "", "ROLE_ARCHIVIST"));
    }

    static byte[] pdf() {
        try (InputStream sample = Requests.class.getResourceAsStream("/sample/declaration.pdf")) {
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static MockMultipartFile file(String name, String fileName, byte[] content) {
        return new MockMultipartFile(name, fileName, null, content);
    }

    static MockMultipartFile file(String name, String fileName, String content) {
        return file(name, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The form that makes a draft, complete but for its files. */
    static MockMvcTester.MockMultipartMvcRequestBuilder form(MockMvcTester mvc, String path, Locale language) {
        return mvc.post()
                .uri(path)
                .multipart()
                .param("title", "Déclaration commune")
                .param("placeAndDate", "Fait à Villeneuve-d’Ascq")
                .param("languages", "fr", "en")
                .param("zone", "Europe/Paris")
                .param("deadline", "2999-12-31T18:00")
                .header("Accept-Language", language.toLanguageTag());
    }
}
