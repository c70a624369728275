package org.alternat.mail;

import java.time.Duration;
import org.alternat.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where undeliverable letters come back to. Off while {@code host} is not set.
 *
 * @param host the IMAP server
 * @param port its port
 * @param tls whether TLS is spoken from the first byte; without it nothing but a loopback address is accepted
 * @param username of the mailbox
 * @param password of the mailbox
 * @param folder what is read; what is no report stays there for people
 * @param address the envelope sender of letters, to which each letter adds {@code +} and a token
 * @param every how often it is read
 */
@ConfigurationProperties("alternat.mail.bounces")
record BounceProperties(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String address,
        @DefaultValue("PT5M") Duration every) {

    /** @throws IllegalArgumentException naming the setting that can never work */
    BounceProperties {
        if (host != null) {
            require(!host.isBlank(), "host is set but empty; remove it to read no reports");
            require(port > 0 && port <= 65535, "port is not between 1 and 65535");
            require(tls || host.equals("127.0.0.1") || host.equals("localhost"), "tls may be off on this machine only");
            require(!username.isBlank(), "username is missing");
            require(!password.isEmpty(), "password is missing");
            require(every.toSeconds() >= 10, "every is shorter than ten seconds");
            require(isAddress(address), "address is no address");
            require(
                    address.lastIndexOf('@') <= ReturnPath.LONGEST_LOCAL_PART,
                    "address has more than " + ReturnPath.LONGEST_LOCAL_PART + " characters before the @");
        }
    }

    EmailAddress returnAddress() {
        return new EmailAddress(address);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("alternat.mail.bounces." + otherwise);
        }
    }

    private static boolean isAddress(String text) {
        try {
            new EmailAddress(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BounceProperties[" + host + "]";
    }
}
