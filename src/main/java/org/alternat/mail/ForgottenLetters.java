package org.alternat.mail;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says of each letter whose hand-over was cut short, and that nobody wants any more because its reader has answered for instance,
 * that it may have left. Whoever still wants it sends it again.
 */
@Component
class ForgottenLetters {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenLetters.class);

    private final LetterAttempts attempts;

    ForgottenLetters(LetterAttempts attempts) {
        this.attempts = attempts;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void settle() {
        for (LetterAttempt attempt : attempts.forgotten()) {
            if (attempts.giveUp(attempt)) {
                LOG.warn("Letter {} was being handed over when the service stopped; it may have left", attempt.key());
            }
        }
    }
}
