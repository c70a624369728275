package org.alternat.access;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second look at who is there: a code by mail, bound to one browser, one signatory and one version of the person. Codes
 * and browser secrets stand here only as digests, and a code's digest is salted with the browser's secret, so that the
 * database alone does not give it away. Everything survives a restart.
 */
@Service
public class SigningSessions {

    /** How long a code may be entered. */
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    /** How long a proved browser may read and answer. */
    public static final Duration SESSION_LIFETIME = Duration.ofHours(2);

    /** Wrong codes that one browser may enter before it must ask for another. */
    static final int MAX_TRIES = 5;

    /** All browsers together: each guess is one in a million, so an hour's guesses stay below one in ten thousand. */
    private static final int GUESSES_PER_HOUR = 60;

    private final JdbcClient jdbc;
    private final SigningSessionRows rows;
    private final SigningCodes codes;
    private final AttemptLimits limits;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SigningSessions(
            JdbcClient jdbc,
            SigningSessionRows rows,
            SigningCodes codes,
            AttemptLimits limits,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.codes = codes;
        this.limits = limits;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Starts a session for the browser that asked. A code is mailed unless one is on its way: to this browser since a minute
     * ago, or to any other while half of its lifetime is left. So a mail scanner that presses Continue fifty times makes one
     * letter, and uses up nothing that the person needs.
     *
     * @param known the secret of a browser that has asked before
     * @return the browser's secret; nothing when too many codes were asked for
     * @throws org.alternat.mail.LetterNotSentException when the mail server does not take the letter; nobody waits for its
     *     code then
     */
    public Optional<SecretToken> start(OpenedLink link, @Nullable SecretToken known) {
        return codes.start(link, known);
    }

    /** Judges a code that this browser entered. A wrong one is counted, whatever happens next. */
    public CodeOutcome enter(OpenedLink link, SecretToken browser, String code) {
        Optional<CodeOutcome> known = rows.find(link, browser, "").map(row -> settled(link, row));
        if (known.isEmpty()) {
            return CodeOutcome.NOT_ASKED;
        }
        if (known.get() != CodeOutcome.WRONG) {
            return known.get();
        }
        if (!limits.take("signing-guess:" + link.signatoryId(), GUESSES_PER_HOUR, Duration.ofHours(1))) {
            return CodeOutcome.LOCKED;
        }
        return Objects.requireNonNull(transaction.execute(status -> judge(link, browser, code)));
    }

    private CodeOutcome judge(OpenedLink link, SecretToken browser, String code) {
        rows.lock(link);
        SigningSessionRows.Row row = rows.find(link, browser, " for update").orElseThrow();
        CodeOutcome settled = settled(link, row);
        if (settled != CodeOutcome.WRONG) {
            return settled;
        }
        boolean right = MessageDigest.isEqual(
                row.codeSha256().bytes(),
                SigningSessionRows.salted(browser, digits(code)).bytes());
        jdbc.sql("update signing_session set tries = tries + 1, accepted_at = ? where secret_sha256 = ?")
                .param(right ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .param(browser.sha256().hex())
                .update();
        audit.append(
                link.declarationId(),
                SigningCodes.event(
                        right ? AuditEventType.SIGNING_CODE_ACCEPTED : AuditEventType.SIGNING_CODE_REJECTED,
                        link.signatoryId()));
        if (right) {
            return CodeOutcome.ACCEPTED;
        }
        return row.tries() + 1 >= MAX_TRIES ? CodeOutcome.LOCKED : CodeOutcome.WRONG;
    }

    /** What is clear before a code is looked at; {@code WRONG} when nothing is. */
    private CodeOutcome settled(OpenedLink link, SigningSessionRows.Row row) {
        if (row.acceptedAt() != null) {
            return CodeOutcome.ACCEPTED;
        }
        if (!clock.instant().isBefore(row.codeExpiresAt()) || rows.isSpent(link, row.codeExpiresAt())) {
            return CodeOutcome.EXPIRED;
        }
        return row.tries() >= MAX_TRIES ? CodeOutcome.LOCKED : CodeOutcome.WRONG;
    }

    /** True when this browser has asked for a code for this link, proved or not. */
    @Transactional(readOnly = true)
    public boolean isStarted(OpenedLink link, SecretToken browser) {
        return rows.find(link, browser, "").isPresent();
    }

    /** The session of a browser that has proved its code for this link, while it lasts. */
    @Transactional(readOnly = true)
    public Optional<SigningSession> proved(OpenedLink link, SecretToken browser) {
        return rows.find(link, browser, "")
                .filter(row -> row.stands(clock.instant()))
                .map(row -> new SigningSession(
                        browser.sha256(),
                        row.declarationId(),
                        row.signatoryId(),
                        link.personVersion(),
                        Objects.requireNonNull(row.acceptedAt()),
                        row.shownRevision(),
                        row.shownSha256(),
                        row.deskOfficer()));
    }

    /** Remembers which revision was sent to this browser: nobody can sign what they were not shown. */
    @Transactional
    public void shown(SigningSession session, int revision, Sha256 sha256) {
        jdbc.sql(
                        "update signing_session set shown_at = ?, shown_revision = ?, shown_sha256 = ? where secret_sha256 = ?")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        revision,
                        sha256.hex(),
                        session.id().hex())
                .update();
        if (!sha256.equals(session.shownSha256())) {
            audit.append(
                    session.declarationId(),
                    new AuditEvent(
                            AuditEventType.DOCUMENT_SHOWN,
                            SigningCodes.actor(session.signatoryId()),
                            Map.of("revision", Integer.toString(revision), "sha256", sha256.hex())));
        }
    }

    /** People type and paste codes with spaces around and between the digits. */
    private static String digits(String code) {
        return code.replaceAll("[\\s\\u00a0\\u202f-]", "");
    }
}
