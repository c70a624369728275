package org.alternat.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets the first organiser in: while nobody has an account, each start prints a fresh one-time link and leaves it in
 * {@code first-organiser.url}. Whoever can read the log or that file runs the machine anyway.
 */
@Component
class FirstOrganiser {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOrganiser.class);

    private final StaffAccounts accounts;
    private final StaffInvitations invitations;
    private final Path file;

    FirstOrganiser(StaffAccounts accounts, StaffInvitations invitations, @Value("${alternat.home}") Path home) {

        this.accounts = accounts;
        this.invitations = invitations;
        this.file = home.resolve("first-organiser.url");
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() throws IOException {
        if (!accounts.none()) {
            forget();
            return;
        }
        String link = invitations.offerFirst().toString();
        PrivateFiles.replace(file, (link + "\n").getBytes(StandardCharsets.UTF_8));
        LOG.info("First organiser: {}", link);
    }

    @TransactionalEventListener(StaffEnrolment.StaffEnrolled.class)
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
