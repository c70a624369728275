package org.alternat.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.mail.Outbox;
import org.alternat.mail.Recipient;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(
        properties = {
            "alternat.home=target/outbox-page/${random.uuid}",
            "alternat.funding-mention=false",
            "spring.datasource.url=jdbc:h2:mem:outbox-page;DB_CLOSE_DELAY=-1"
        })
@AutoConfigureMockMvc
class OutboxPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Letters letters;

    @Autowired
    Outbox outbox;

    @BeforeEach
    void a_letter_in_the_outbox() {
        letters.send(new Letter(
                new LetterKey("staff-invitation", null, "staff:" + StaffId.random(), 1),
                "staff-invitation",
                Locale.forLanguageTag("nl-BE"),
                new Recipient("<b>Eve</b>", new EmailAddress("eve@example.org")),
                List.of(),
                Map.of("link", "http://localhost:8080/setup/abc-_123", "role", "ORGANISER"),
                List.of()));
    }

    @Test
    void the_list_shows_every_letter_and_trusts_no_markup() throws Exception {
        browser.perform(here("/outbox"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")))
                .andExpect(content()
                        .string(org.hamcrest.Matchers.allOf(
                                org.hamcrest.Matchers.containsString("&lt;b&gt;Eve&lt;/b&gt;"),
                                org.hamcrest.Matchers.containsString("Uw toegang tot Alternat"),
                                org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("<b>Eve")))));
    }

    @Test
    void a_service_that_owes_no_mention_makes_none_on_a_page_or_in_a_letter() throws Exception {
        for (String page : List.of("/", "/login", "/verify", "/outbox")) {
            browser.perform(here(page))
                    .andExpect(content()
                            .string(org.hamcrest.Matchers.not(
                                    org.hamcrest.Matchers.containsString("european-union.svg"))));
        }
        assertThat(outbox.list().get(0).text()).doesNotContain("Europees Fonds", "Europese Unie");
    }

    @Test
    void a_letter_is_read_as_text_whose_links_can_be_followed() throws Exception {
        String page = browser.perform(here("/outbox/" + outbox.list().get(0).id()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("<a href=\"http://localhost:8080/setup/abc-_123\">http://localhost:8080/setup/abc-_123</a>")
                .contains("lang=\"nl-BE\"")
                .doesNotContain("<style", "style=\"", "<script");
    }

    @Test
    void a_path_that_leads_out_of_the_folder_leads_nowhere() throws Exception {
        browser.perform(here("/outbox/..%2F..%2Fetc%2Fpasswd")).andExpect(status().is4xxClientError());
        browser.perform(here("/outbox/nothing")).andExpect(status().isNotFound());
    }

    @Test
    void from_another_machine_there_is_no_outbox_whatever_the_request_claims() throws Exception {
        browser.perform(here("/outbox").with(from("203.0.113.5", "127.0.0.1"))).andExpect(status().isNotFound());
        browser.perform(here("/outbox").with(from("127.0.0.1", "192.168.1.10"))).andExpect(status().isNotFound());
        browser.perform(here("/outbox").header("X-Forwarded-For", "127.0.0.1")).andExpect(status().isNotFound());
        browser.perform(here("/outbox").header("Forwarded", "for=127.0.0.1")).andExpect(status().isNotFound());
        browser.perform(here("/outbox").header("Host", "attacker.example.org").with(request -> {
                    request.setServerName("attacker.example.org");
                    return request;
                }))
                .andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder here(String path) {
        return get(java.net.URI.create(path)).header("Accept-Language", "en");
    }

    private static RequestPostProcessor from(String remote, String local) {
        return request -> {
            request.setRemoteAddr(remote);
            request.setLocalAddr(local);
            return request;
        };
    }
}
