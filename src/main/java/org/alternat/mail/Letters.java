package org.alternat.mail;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends letters, each once. The order inside {@link #send} is what matters: the letter's row is claimed first, so that a second
 * caller with the same key waits; then the message is handed over; the audit trail's lock is taken last, so that a slow mail
 * server holds up nobody who writes to the trail. A failed attempt rolls the caller back, and is written down after that
 * roll-back, when no lock of the lost transaction is left to wait for.
 *
 * <p>What remains is SMTP's own gap: a process killed between the server's "250" and the commit sends the letter again, with
 * the same {@code Message-ID}.
 */
@Service
public class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final LetterLedger ledger;
    private final LetterFailures failures;
    private final MimeLetters mime;
    private final Post post;

    Letters(LetterLedger ledger, LetterFailures failures, MimeLetters mime, Post post) {
        this.ledger = ledger;
        this.failures = failures;
        this.mime = mime;
        this.post = post;
    }

    /**
     * Hands the letter to the mail server or the outbox folder, in the caller's transaction: when that rolls back, the letter
     * counts as not sent. The caller must not hold the lock of the declaration's audit trail yet.
     *
     * @return false when a letter with this key was sent before; nothing happens then
     * @throws LetterNotSentException when it was not taken; the transaction is then marked for roll-back
     * @throws LetterRefusedException when the address does not work
     */
    @Transactional
    public boolean send(Letter letter) {
        LetterKey key = letter.key();
        String messageId = mime.messageId(key);
        if (!ledger.claim(key, messageId)) {
            return false;
        }
        MimeMessage message = mime.write(letter);
        String answer;
        try {
            answer = post.handOver(key, message);
        } catch (PostException e) {
            LOG.warn("Letter {} not sent: {}", key, e.answer());
            afterRollback(() -> failures.record(key, messageId, e));
            throw e.addressRefused() ? new LetterRefusedException(key) : new LetterNotSentException(key);
        }
        ledger.sent(key, messageId, answer);
        LOG.info("Letter {} sent", key);
        return true;
    }

    /** Writes a letter as {@link #send} would, and sends it to nobody. */
    public WrittenLetter write(Letter letter) {
        return mime.written(letter);
    }

    /** True when the letter with this key was sent: spares a caller the making of an attachment or a link. */
    @Transactional(readOnly = true)
    public boolean isSent(LetterKey key) {
        return ledger.find(key)
                .map(LetterRecord::state)
                .filter(LetterState::isTaken)
                .isPresent();
    }

    /** Every letter about the declaration, sent or failed, oldest first. */
    @Transactional(readOnly = true)
    public List<LetterRecord> of(DeclarationId declarationId) {
        return ledger.of(declarationId);
    }

    /** The letters about the declaration that did not simply arrive as far as anybody knows: not taken, delayed, answered; oldest first. */
    @Transactional(readOnly = true)
    public List<LetterRecord> unsettled(DeclarationId declarationId) {
        return ledger.unsettled(declarationId);
    }

    /** How many letters are in a state, of all declarations. */
    @Transactional(readOnly = true)
    public long count(LetterState state) {
        return ledger.count(state);
    }

    /** When a letter was taken last. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastSent() {
        return ledger.lastSent();
    }

    private static void afterRollback(Runnable record) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                record.run();
            }
        });
    }
}
