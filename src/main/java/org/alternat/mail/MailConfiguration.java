package org.alternat.mail;

import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Chooses the way out, and refuses mail settings that can never work. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    private static final String OWN_MENTION = "alternat.funding-mention";

    @Bean
    MimeLetters mimeLetters(
            MessageSource messages,
            Clock clock,
            ObjectProvider<ReturnPath> returnPath,
            ObjectProvider<LetterPublicity> publicity,
            Environment settings,
            @Value("${" + Sender.SETTING + ":" + Sender.DEFAULT + "}") String from) {
        // The binder names the setting when its value is neither true nor false.
        boolean ownMention =
                Binder.get(settings).bind(OWN_MENTION, Boolean.class).orElse(false);
        LetterWriter writer = new LetterWriter(messages, publicity.getIfAvailable(), ownMention);
        return new MimeLetters(writer, Sender.parse(from), returnPath.getIfAvailable(), clock);
    }

    /**
     * A real server gets a real sender.
     *
     * @throws IllegalArgumentException naming the setting
     */
    @Bean
    @ConditionalOnProperty("spring.mail.host")
    SmtpPost smtpPost(
            JavaMailSenderImpl server, @Value("${" + Sender.SETTING + ":" + Sender.DEFAULT + "}") String from) {
        if (Sender.parse(from).equals(Sender.parse(Sender.DEFAULT))) {
            throw new IllegalArgumentException(Sender.SETTING + " must be set when spring.mail.host is: "
                    + "no server takes letters from the built-in sender");
        }
        return new SmtpPost(server);
    }

    @Bean
    @WithoutSmtpHost
    Outbox outbox(@Value("${alternat.home:data}") Path home, Clock clock) {
        Path folder = home.resolve("outbox");
        LoggerFactory.getLogger(Outbox.class)
                .info("No spring.mail.host is set: letters go to the outbox folder in alternat.home");
        return new Outbox(folder, clock);
    }
}
