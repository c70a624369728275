package org.alternat.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands messages to the mail server that {@code spring.mail.*} names, one connection each.
 *
 * <p>At start it tries the server once. <em>Decision:</em> a setting that can never work (no host, a port out of range, a sender
 * that is no address, credentials that the server rejects) stops the start and names the setting; a server that cannot be reached
 * is no setting: it is a warning, Boot's mail health says DOWN, and letters wait as retried jobs, since nothing is lost by waiting.
 */
final class SmtpPost implements Post, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);

    /** The library's own default is to wait for ever. */
    private static final String TEN_SECONDS = "10000";

    private final JavaMailSenderImpl server;
    private final String protocol;

    SmtpPost(JavaMailSenderImpl server) {
        String host = server.getHost();
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("spring.mail.host is set but empty; remove it to use the outbox folder");
        }
        int port = server.getPort();
        if (port != JavaMailSenderImpl.DEFAULT_PORT && (port < 1 || port > 65535)) {
            throw new IllegalArgumentException("spring.mail.port is not between 1 and 65535");
        }
        this.server = server;
        this.protocol = server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol();
        Properties properties = server.getJavaMailProperties();
        String prefix = "mail." + protocol + ".";
        properties.putIfAbsent(prefix + "connectiontimeout", TEN_SECONDS);
        properties.putIfAbsent(prefix + "timeout", TEN_SECONDS);
        properties.putIfAbsent(prefix + "writetimeout", TEN_SECONDS);
        // Letters carry links and codes: encrypt wherever the server offers it.
        properties.putIfAbsent(prefix + "starttls.enable", "true");
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            server.testConnection();
            LOG.info("Mail server reached");
        } catch (AuthenticationFailedException e) {
            throw new IllegalStateException(
                    "spring.mail.username or spring.mail.password: the mail server rejects them", e);
        } catch (MessagingException e) {
            LOG.warn(
                    "The mail server of spring.mail.host does not answer now; letters will be tried again: {}",
                    PostException.withoutAddresses(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public String handOver(LetterKey key, MimeMessage message) {
        Session session = server.getSession();
        Transport transport = null;
        try {
            transport = session.getTransport(protocol);
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            transport.sendMessage(message, message.getAllRecipients());
            return transport instanceof SMTPTransport smtp
                    ? PostException.withoutAddresses(String.valueOf(smtp.getLastServerResponse()))
                    : "taken";
        } catch (MessagingException e) {
            throw new PostException(whatTheServerSaid(e), SmtpAnswers.addressRefused(e));
        } finally {
            close(transport);
        }
    }

    /** The message is in the server's hands by now: a bad good-bye must not send it a second time. */
    private static void close(@Nullable Transport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            LOG.debug("The mail server closed the connection early");
        }
    }

    /** The library nests the server's own line inside general sentences; the innermost one is the line an organiser can act on. */
    private static String whatTheServerSaid(MessagingException e) {
        Throwable innermost = e;
        while (innermost instanceof MessagingException outer
                && outer.getNextException() != null
                && outer.getNextException() != innermost) {
            innermost = outer.getNextException();
        }
        String said = innermost.getMessage();
        if (said == null || said.isBlank()) {
            said = innermost.getClass().getSimpleName();
        }
        return innermost instanceof SendFailedException || innermost == e ? said : e.getMessage() + ": " + said;
    }
}
