package org.alternat.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.TestDeclarations;
import org.alternat.delivery.FinalCopies;
import org.alternat.mail.Outbox;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        properties = {
            "alternat.home=target/copy-page/${random.uuid}",
            "alternat.delivery.attachment-limit=0",
            "spring.datasource.url=jdbc:h2:mem:copy-page;DB_CLOSE_DELAY=-1"
        })
@AutoConfigureMockMvc
class CopyPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Declarations declarations;

    @Autowired
    FinalCopies copies;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    DeclarationId id;
    String link;

    @BeforeEach
    void a_letter_with_a_personal_link() {
        id = declarations.draft(TestDeclarations.ofRounds(1), TestDeclarations.organiser("Anais"));
        copies.send(id, copies.recipients(id).get(0));
        Matcher path =
                Pattern.compile("/copies/\\S+").matcher(outbox.list().get(0).text());
        assertThat(path.find()).isTrue();
        link = path.group();
    }

    @Test
    void the_link_hands_out_the_pdf_as_often_as_it_is_opened_and_nothing_keeps_it() throws Exception {
        for (int i = 0; i < 3; i++) {
            browser.perform(head(link)).andExpect(status().isOk());
            browser.perform(get(link))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                    .andExpect(content().bytes(TestDeclarations.text().toByteArray()))
                    .andExpect(header().string(
                                    "Content-Disposition",
                                    "attachment; filename=\""
                                            + declarations.get(id).reference() + ".pdf\""))
                    .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"));
        }
    }

    @Test
    void an_unknown_link_and_an_expired_one_get_the_same_plain_page() throws Exception {
        jdbc.sql("update final_copy_link set expires_at = ?")
                .param(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();

        String expired = page(link);
        String unknown = page("/copies/" + "A".repeat(43));

        assertThat(expired).isEqualTo(unknown).contains("This link opens no document");
    }

    private String page(String path) throws Exception {
        return browser.perform(get(path).header("Accept-Language", "en"))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
