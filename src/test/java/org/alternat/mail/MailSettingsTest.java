package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A setting that can never work stops the start and is named; a server that is away does not. */
class MailSettingsTest {

    @TempDir
    Path home;

    ApplicationContextRunner service() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withUserConfiguration(MailConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(MessageSource.class, LetterSamples::messages)
                .withPropertyValues("alternat.home=" + home);
    }

    ApplicationContextRunner serviceWithServer(String... properties) {
        return service()
                .withPropertyValues(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=1",
                        "alternat.mail.from=Alternat <sign@declarations.example.org>")
                .withPropertyValues(properties);
    }

    @Test
    void without_a_mail_server_letters_go_to_the_outbox_folder() {
        service().run(context -> assertThat(context).hasSingleBean(Outbox.class).doesNotHaveBean(SmtpPost.class));
    }

    @Test
    void with_a_mail_server_there_is_no_outbox_and_one_that_is_away_does_not_stop_the_start() {
        serviceWithServer().run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(SmtpPost.class)
                .doesNotHaveBean(Outbox.class));
    }

    @Test
    void waiting_for_the_server_ends() {
        serviceWithServer("spring.mail.properties.mail.smtp.timeout=5000").run(context -> {
            Properties properties = context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();

            assertThat(properties)
                    .containsEntry("mail.smtp.connectiontimeout", "10000")
                    .containsEntry("mail.smtp.writetimeout", "10000")
                    .containsEntry("mail.smtp.timeout", "5000");
        });
    }

    @Test
    void a_sender_that_is_no_address_stops_the_start() {
        service()
                .withPropertyValues("alternat.mail.from=nobody")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("alternat.mail.from"));
    }

    @Test
    void a_server_without_a_sender_stops_the_start() {
        service()
                .withPropertyValues("spring.mail.host=127.0.0.1")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("alternat.mail.from"));
    }

    @Test
    void an_empty_host_stops_the_start() {
        serviceWithServer("spring.mail.host=")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("spring.mail.host"));
    }

    @Test
    void a_port_that_is_no_number_or_no_port_stops_the_start() {
        serviceWithServer("spring.mail.port=smtp")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("spring.mail.port"));
        serviceWithServer("spring.mail.port=70000")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("spring.mail.port"));
    }

    @Test
    void credentials_that_the_server_rejects_stop_the_start() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.setUser("sign@declarations.example.org", "sign", "right");
        server.start();
        try {
            serviceWithServer(
                            "spring.mail.port=" + server.getSmtp().getPort(),
                            "spring.mail.username=sign",
                            "spring.mail.password=wrong",
                            "spring.mail.properties.mail.smtp.auth=true")
                    .run(context -> assertThat(context).getFailure().hasStackTraceContaining("spring.mail.password"));
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            serviceWithServer(
                            "spring.mail.port=" + silent.getLocalPort(), "spring.mail.properties.mail.smtp.timeout=200")
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    @Test
    void a_funding_mention_that_is_neither_true_nor_false_stops_the_start() {
        service()
                .withPropertyValues("alternat.funding-mention=maybe")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("alternat.funding-mention"));
    }
}
