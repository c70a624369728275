package org.alternat.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The short transactions before and after a hand-over, each of its own: what they write stands, whatever becomes of the caller
 * and of the process, and no lock is held while a mail server takes its time.
 */
@Component
class LetterAttempts {

    /** Longer than a conversation with a mail server whose every answer takes as long as the time-outs let it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Whoever tries again does so once the lease is over; a claim that is this much older is nobody's any more. */
    static final Duration FORGOTTEN = Duration.ofMinutes(6);

    private static final Logger LOG = LoggerFactory.getLogger(LetterAttempts.class);

    private final LetterLedger ledger;
    private final Clock clock;

    LetterAttempts(LetterLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Claims the letter for one hand-over.
     *
     * @return nothing when it was sent before
     * @throws LetterNotSentException while somebody else hands it over
     * @throws org.springframework.dao.DuplicateKeyException when somebody else was first by a moment
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<LetterAttempt> begin(LetterKey key, String messageId) {
        return ledger.claim(key, messageId, clock.instant().plus(LEASE));
    }

    /** The server took it. What the caller does alongside stands or falls with that, before the trail is locked. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sent(LetterAttempt attempt, String answer, Runnable alongside) {
        if (ledger.holds(attempt)) {
            alongside.run();
            ledger.sent(attempt, answer);
        } else {
            LOG.warn("Letter {} was taken after its lease was over, and may have been sent twice", attempt.key());
        }
    }

    /** The server did not take it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(LetterAttempt attempt, PostException failure) {
        if (ledger.holds(attempt)) {
            ledger.failed(
                    attempt, failure.addressRefused() ? LetterState.REFUSED : LetterState.FAILED, failure.answer());
        }
    }

    /** The claims that nobody will settle. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public List<LetterAttempt> forgotten() {
        return ledger.claimedUntil(clock.instant().minus(FORGOTTEN));
    }

    /** Nobody knows whether the server took it, and nobody tries again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean giveUp(LetterAttempt attempt) {
        if (!ledger.holds(attempt)) {
            return false;
        }
        ledger.unsettled(attempt);
        return true;
    }
}
