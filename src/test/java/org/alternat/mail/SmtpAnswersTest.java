package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a server answers to which command, on a real socket, and what we make of it. */
class SmtpAnswersTest {

    static final ScriptedSmtpServer SERVER = new ScriptedSmtpServer();

    @BeforeEach
    void normally() {
        SERVER.answerNormally();
    }

    @AfterAll
    static void close() throws IOException {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 user unknown          | true",
                "RCPT | 550 no such user here           | true",
                "RCPT | 553 5.1.3 bad address syntax    | true",
                "RCPT | 550 5.2.1 mailbox disabled      | true",
                "RCPT | 552 5.2.2 mailbox full          | false",
                "RCPT | 554 5.7.1 relay access denied   | false",
                "RCPT | 450 4.2.1 greylisted            | false",
                "RCPT | 421 4.3.2 shutting down         | false",
                "DATA | 550 5.1.1 user unknown          | true",
                "DATA | 554 5.7.1 looks like spam       | false",
                "DATA | 554 transaction failed          | false",
                "DATA | 451 4.3.0 try again later       | false",
                "MAIL | 550 5.7.1 sender rejected       | false",
                "MAIL | 451 4.3.0 try again later       | false"
            })
    void only_a_permanent_answer_about_the_address_means_that_it_does_not_work(
            String command, String answer, boolean refused) {
        SERVER.answer(command, answer);
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(SERVER.port());
        SmtpPost post = new SmtpPost(server);

        Throwable failure = catchThrowable(
                () -> post.handOver(new LetterKey("invitation", DeclarationId.random(), "signatory:1", 1), message()));

        assertThat(failure).isInstanceOfSatisfying(PostException.class, refusal -> {
            assertThat(refusal.addressRefused()).isEqualTo(refused);
            assertThat(refusal.answer()).contains(answer);
        });
    }

    private static MimeMessage message() throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress("declarations@example.org"));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("zoe@example.org"));
        message.setText("Bonjour");
        return message;
    }
}
