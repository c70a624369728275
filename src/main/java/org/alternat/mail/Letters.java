package org.alternat.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alternat.shared.DeclarationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends letters, each once: claimed in a short transaction, handed over while no lock is held, settled in another. What became
 * of the caller's transaction meanwhile changes nothing: a letter that has left is written down as sent, and its failure as a
 * failure.
 *
 * <p>What remains is SMTP's own gap: a process that is killed between the server's "250" and the settling leaves a claim. Whoever
 * asks again once its lease is over sends the letter again, with the same {@code Message-ID}, and the letter says that it may have
 * arrived twice; the outbox folder replaces the file. Asked for by nobody, it ends as {@link LetterState#UNSETTLED}.
 */
@Service
public class Letters {

    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    /** A database that was away for a moment, or preferred somebody else's transaction, must not cost a second letter. */
    private static final int TRIES_TO_SETTLE = 3;

    private final LetterLedger ledger;
    private final LetterAttempts attempts;
    private final MimeLetters mime;
    private final Post post;

    Letters(LetterLedger ledger, LetterAttempts attempts, MimeLetters mime, Post post) {
        this.ledger = ledger;
        this.attempts = attempts;
        this.mime = mime;
        this.post = post;
    }

    /**
     * Hands the letter to the mail server or the outbox folder.
     *
     * @return false when a letter with this key was sent before; nothing happens then
     * @throws LetterNotSentException when it was not taken, or is being handed over by somebody else
     * @throws LetterRefusedException when the address does not work
     */
    public boolean send(Letter letter) {
        return send(letter.key(), () -> letter, () -> {});
    }

    /**
     * The same. The caller's own transaction must hold no lock that {@code alongside} or the declaration's audit trail needs.
     *
     * @param letter is asked for once the letter is claimed, so that nobody makes a link that no letter carries
     * @param alongside what is true once the letter has left; written in the transaction that says so, and not at all unless it has
     */
    public boolean send(LetterKey key, Supplier<Letter> letter, Runnable alongside) {
        Optional<LetterAttempt> claimed = claim(key);
        if (claimed.isEmpty()) {
            return false;
        }
        LetterAttempt attempt = claimed.get();
        settle(attempt, handOver(attempt, letter), alongside);
        LOG.info("Letter {} sent", key);
        return true;
    }

    /** Writes a letter as {@link #send} would, and sends it to nobody. */
    public WrittenLetter write(Letter letter) {
        return mime.written(letter);
    }

    private Optional<LetterAttempt> claim(LetterKey key) {
        try {
            return attempts.begin(key, mime.messageId(key));
        } catch (DuplicateKeyException e) {
            throw new LetterNotSentException(key);
        }
    }

    private String handOver(LetterAttempt attempt, Supplier<Letter> letter) {
        LetterKey key = attempt.key();
        try {
            return post.handOver(key, mime.write(letter.get()));
        } catch (PostException e) {
            LOG.warn("Letter {} not sent: {}", key, e.answer());
            attempts.failed(attempt, e);
            throw e.addressRefused() ? new LetterRefusedException(key) : new LetterNotSentException(key);
        } catch (RuntimeException e) {
            attempts.failed(attempt, new PostException(e.getClass().getSimpleName()));
            throw e;
        }
    }

    private void settle(LetterAttempt attempt, String answer, Runnable alongside) {
        for (int n = 1; ; n++) {
            try {
                attempts.sent(attempt, answer, alongside);
                return;
            } catch (TransientDataAccessException e) {
                if (n == TRIES_TO_SETTLE) {
                    throw e;
                }
                LOG.warn("Letter {} has left and is written down in a moment", attempt.key());
            }
        }
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
}
