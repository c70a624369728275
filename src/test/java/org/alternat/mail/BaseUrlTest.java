package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

class BaseUrlTest {

    @Test
    void links_lead_to_the_address_that_is_set() {
        assertThat(new BaseUrl("https://sign.example.org/alternat/", 8080, "").resolve("/s/abc"))
                .hasToString("https://sign.example.org/alternat/s/abc");
    }

    @Test
    void without_a_setting_they_lead_to_this_machine() {
        assertThat(new BaseUrl("", 8081, "/alternat").resolve("/s/abc"))
                .hasToString("http://localhost:8081/alternat/s/abc");
    }

    @Test
    void with_a_random_port_they_lead_to_the_one_that_was_found() {
        new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
                .withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class))
                .withUserConfiguration(BaseUrl.class)
                .withPropertyValues("server.port=0")
                .run(context -> {
                    int port = ((AnnotationConfigServletWebServerApplicationContext)
                                    context.getSourceApplicationContext())
                            .getWebServer()
                            .getPort();

                    assertThat(context.getBean(BaseUrl.class).resolve("/s/abc"))
                            .hasToString("http://localhost:" + port + "/s/abc");
                });
    }

    @Test
    void before_the_server_listens_on_its_random_port_there_is_no_link() {
        assertThatThrownBy(() -> new BaseUrl("", 0, "").resolve("/s/abc")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign.example.org",
                "ftp://sign.example.org",
                "https://",
                "https://user@sign.example.org",
                "https://sign.example.org/?a=b",
                "https://sign.example.org/#x",
                "https://sign example.org"
            })
    void an_address_that_can_never_work_stops_the_start_and_names_the_setting(String setting) {
        assertThatThrownBy(() -> new BaseUrl(setting, 8080, "")).hasMessageContaining("alternat.base-url");
    }
}
