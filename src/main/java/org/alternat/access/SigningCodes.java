package org.alternat.access;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Signatories;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes codes and mails them, and bounds how many leave. */
@Service
class SigningCodes {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** A browser that asks again so soon is sent back to the code that is on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(60);

    /** A further browser gets no code of its own while this much of a mailed one's lifetime is left. */
    private static final Duration SHARED_UNTIL = Duration.ofMinutes(5);

    /** Letters to a browser that has asked before, and to further browsers: mail scanners press Continue too. */
    private static final int AGAIN_PER_HOUR = 6;

    private static final int FURTHER_PER_HOUR = 12;
    private static final int LETTERS_PER_DAY = 60;
    private static final int BROWSERS_PER_HOUR = 500;

    private final SigningSessionRows rows;
    private final Signatories signatories;
    private final SigningCodeLetter letter;
    private final AttemptLimits limits;
    private final StaffSecrets secrets;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningCodes(
            SigningSessionRows rows,
            Signatories signatories,
            SigningCodeLetter letter,
            AttemptLimits limits,
            StaffSecrets secrets,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.signatories = signatories;
        this.letter = letter;
        this.limits = limits;
        this.secrets = secrets;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Optional<SecretToken> start(OpenedLink link, @Nullable SecretToken known) {
        Optional<SigningSessionRows.Row> before = known == null ? Optional.empty() : rows.find(link, known, "");
        if (before.isPresent() && isOnItsWay(before.get())) {
            return Optional.ofNullable(known);
        }
        // Limits have transactions of their own: taken before ours begins, nobody holds one connection and waits for
        // another.
        String subject = "signing-code:" + link.signatoryId();
        if (!limits.take(subject + ":browsers", BROWSERS_PER_HOUR, HOUR)) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            Optional<SecretToken> sharing = transaction.execute(status -> share(link));
            if (sharing != null && sharing.isPresent()) {
                return sharing;
            }
        }
        boolean open = before.isPresent()
                ? limits.take(subject + ":again", AGAIN_PER_HOUR, HOUR)
                : limits.take(subject + ":further", FURTHER_PER_HOUR, HOUR);
        if (!open || !limits.take(subject + ":day", LETTERS_PER_DAY, DAY)) {
            return Optional.empty();
        }
        Started started = Objects.requireNonNull(transaction.execute(status -> begin(link, before.isEmpty())));
        if (started.sequence() > 0) {
            mail(link, started);
        }
        return Optional.of(started.browser());
    }

    private boolean isOnItsWay(SigningSessionRows.Row row) {
        Instant sent = row.codeExpiresAt().minus(SigningSessions.CODE_LIFETIME);
        return row.acceptedAt() == null
                && row.tries() < SigningSessions.MAX_TRIES
                && clock.instant().isBefore(sent.plus(ON_ITS_WAY));
    }

    /** Of any number of browsers that ask at once one begins, and the others share its code. */
    private Started begin(OpenedLink link, boolean mayShare) {
        rows.lock(link);
        Optional<SecretToken> sharing = mayShare ? shareLocked(link) : Optional.empty();
        if (sharing.isPresent()) {
            return new Started(sharing.get(), Instant.EPOCH, 0);
        }
        int sequence = 1 + rows.count(link);
        // Both databases keep microseconds; the code follows from what is read again.
        Instant expires = clock.instant().plus(SigningSessions.CODE_LIFETIME).truncatedTo(ChronoUnit.MICROS);
        return new Started(rows.insert(link, code(link, expires), expires), expires, sequence);
    }

    private Optional<SecretToken> share(OpenedLink link) {
        rows.lock(link);
        return shareLocked(link);
    }

    private Optional<SecretToken> shareLocked(OpenedLink link) {
        return rows.latest(link, clock.instant().plus(SHARED_UNTIL))
                .filter(expires -> !rows.isSpent(link, expires))
                .map(expires -> rows.insert(link, code(link, expires), expires));
    }

    private void mail(OpenedLink link, Started started) {
        try {
            letter.send(
                    signatories.get(link.signatoryId()),
                    code(link, started.expires()),
                    started.sequence(),
                    () -> audit.append(
                            link.declarationId(), event(AuditEventType.SIGNING_CODE_SENT, link.signatoryId())));
        } catch (RuntimeException notSent) {
            rows.forget(link, started.expires());
            throw notSent;
        }
    }

    /** Follows from the service's own key, so that a second browser can share a code that stands nowhere. */
    private String code(OpenedLink link, Instant expires) {
        byte[] derived = secrets.derive(
                "signing-code:" + link.signatoryId() + ":" + link.personVersion() + ":" + expires, Long.BYTES);
        return String.format(
                Locale.ROOT,
                "%06d",
                Long.remainderUnsigned(ByteBuffer.wrap(derived).getLong(), 1_000_000));
    }

    static AuditEvent event(AuditEventType type, SignatoryId id) {
        return new AuditEvent(type, actor(id), Map.of());
    }

    static String actor(SignatoryId id) {
        return "signatory:" + id;
    }

    /**
     * A session that stands.
     *
     * @param sequence of the letter that must carry its code; 0 when another browser's has
     */
    private record Started(SecretToken browser, Instant expires, int sequence) {}
}
