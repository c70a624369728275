package org.alternat.declaration.web;

import static org.alternat.declaration.web.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alternat.declaration.Notice;
import org.alternat.declaration.ServiceNotices;
import org.alternat.declaration.TestDeclarations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What concerns all declarations stands above their list. */
@OrganiserSlice
@Import(ServiceNoticesPageTest.ASealThatEnds.class)
class ServiceNoticesPageTest {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr    | Le certificat du sceau du service, «\u00a0Sceau A\u00a0», expire dans 40 jours.
                    nl-BE | Het certificaat van het zegel van de dienst, “Sceau A”, verloopt over 40 dagen.
                    en    | The certificate of the service’s seal, “Sceau A”, ends in 40 days.
                    """)
    void a_certificate_that_ends_soon_is_told_in_the_readers_language(String language, String sentence) {
        assertThat(mvc.get()
                        .uri("/declarations")
                        .with(as(TestDeclarations.organiser("Anouk")))
                        .header("Accept-Language", language)
                        .exchange())
                .bodyText()
                .contains(sentence)
                .contains("notice wide warning");
    }

    @TestConfiguration
    static class ASealThatEnds {

        @Bean
        ServiceNotices sealNotices() {
            return () -> List.of(new Notice(
                    Notice.Severity.WARNING, "sealing.certificate.seal", List.of("Sceau A", "40"), null, null));
        }
    }
}
