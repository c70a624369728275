package org.alternat.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

    private static final int MAX_TRIES = 5;
    private static final int CODES_PER_HOUR = 6;
    private static final int CODES_PER_DAY = 20;

    private final JdbcClient jdbc;
    private final Signatories signatories;
    private final SigningCodeLetter letter;
    private final AttemptLimits limits;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Clock clock;

    SigningSessions(
            JdbcClient jdbc,
            Signatories signatories,
            SigningCodeLetter letter,
            AttemptLimits limits,
            AuditTrail audit,
            SecureRandom random,
            Clock clock) {
        this.jdbc = jdbc;
        this.signatories = signatories;
        this.letter = letter;
        this.limits = limits;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Sends a code and starts a session for the browser that asked.
     *
     * @return the browser's secret; nothing when too many codes were asked for
     * @throws org.alternat.mail.LetterNotSentException when the mail server does not take the letter; nothing is kept then
     */
    @Transactional
    public Optional<SecretToken> start(OpenedLink link) {
        String subject = "signing-code:" + link.signatoryId();
        if (!limits.take(subject, CODES_PER_HOUR, Duration.ofHours(1))
                || !limits.take(subject + ":day", CODES_PER_DAY, Duration.ofDays(1))) {
            return Optional.empty();
        }
        Signatory signatory = signatories.get(link.signatoryId());
        SecretToken browser = SecretToken.random(random);
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        // Each code has a letter of its own. Counting the earlier ones would give two browsers that ask at once one
        // number, and
        // only one of them a letter.
        int sequence = random.nextInt(Integer.MAX_VALUE);
        Instant now = clock.instant();
        jdbc.sql("insert into signing_session (secret_sha256, declaration_id, signatory_id, person_version,"
                        + " created_at, code_sha256, code_expires_at, tries) values (?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        browser.sha256().hex(),
                        link.declarationId().value(),
                        link.signatoryId().value(),
                        link.personVersion(),
                        now.atOffset(ZoneOffset.UTC),
                        salted(browser, code).hex(),
                        now.plus(CODE_LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        letter.send(signatory, code, sequence);
        audit.append(link.declarationId(), event(AuditEventType.SIGNING_CODE_SENT, link.signatoryId()));
        return Optional.of(browser);
    }

    /** Judges a code that this browser entered. A wrong one is counted, whatever happens next. */
    @Transactional
    public CodeOutcome enter(OpenedLink link, SecretToken browser, String code) {
        Optional<Row> found = row(link, browser, " for update");
        if (found.isEmpty()) {
            return CodeOutcome.NOT_ASKED;
        }
        Row row = found.get();
        if (row.acceptedAt() != null) {
            return CodeOutcome.ACCEPTED;
        }
        if (!clock.instant().isBefore(row.codeExpiresAt())) {
            return CodeOutcome.EXPIRED;
        }
        if (row.tries() >= MAX_TRIES) {
            return CodeOutcome.LOCKED;
        }
        boolean right = MessageDigest.isEqual(
                row.codeSha256().bytes(), salted(browser, digits(code)).bytes());
        jdbc.sql("update signing_session set tries = tries + 1, accepted_at = ? where secret_sha256 = ?")
                .param(right ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .param(browser.sha256().hex())
                .update();
        audit.append(
                link.declarationId(),
                event(
                        right ? AuditEventType.SIGNING_CODE_ACCEPTED : AuditEventType.SIGNING_CODE_REJECTED,
                        link.signatoryId()));
        if (right) {
            return CodeOutcome.ACCEPTED;
        }
        return row.tries() + 1 >= MAX_TRIES ? CodeOutcome.LOCKED : CodeOutcome.WRONG;
    }

    /** True when this browser has asked for a code for this link, proved or not. */
    @Transactional(readOnly = true)
    public boolean isStarted(OpenedLink link, SecretToken browser) {
        return row(link, browser, "").isPresent();
    }

    /** The session of a browser that has proved its code for this link, while it lasts. */
    @Transactional(readOnly = true)
    public Optional<SigningSession> proved(OpenedLink link, SecretToken browser) {
        return row(link, browser, "")
                .filter(row -> row.acceptedAt() != null
                        && clock.instant().isBefore(row.acceptedAt().plus(SESSION_LIFETIME)))
                .map(row -> new SigningSession(
                        browser.sha256(),
                        row.declarationId(),
                        row.signatoryId(),
                        java.util.Objects.requireNonNull(row.acceptedAt()),
                        row.shownRevision(),
                        row.shownSha256()));
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
                            actor(session.signatoryId()),
                            Map.of("revision", Integer.toString(revision), "sha256", sha256.hex())));
        }
    }

    private Optional<Row> row(OpenedLink link, SecretToken browser, String lock) {
        return jdbc.sql("select * from signing_session where secret_sha256 = ? and signatory_id = ?"
                        + " and person_version = ?" + lock)
                .params(browser.sha256().hex(), link.signatoryId().value(), link.personVersion())
                .query(SigningSessions::row)
                .optional();
    }

    private static Sha256 salted(SecretToken browser, String code) {
        return Sha256.of((browser.text() + "\n" + code).getBytes(StandardCharsets.UTF_8));
    }

    /** People type and paste codes with spaces around and between the digits. */
    private static String digits(String code) {
        return code.replaceAll("[\\s\\u00a0\\u202f-]", "");
    }

    private static AuditEvent event(AuditEventType type, SignatoryId id) {
        return new AuditEvent(type, actor(id), Map.of());
    }

    private static String actor(SignatoryId id) {
        return "signatory:" + id;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String shown = row.getString("shown_sha256");
        return new Row(
                new DeclarationId(row.getObject("declaration_id", UUID.class)),
                new SignatoryId(row.getObject("signatory_id", UUID.class)),
                new Sha256(row.getString("code_sha256")),
                row.getObject("code_expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                instant(row, "accepted_at"),
                shown == null ? null : row.getInt("shown_revision"),
                shown == null ? null : new Sha256(shown));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private record Row(
            DeclarationId declarationId,
            SignatoryId signatoryId,
            Sha256 codeSha256,
            Instant codeExpiresAt,
            int tries,
            @Nullable Instant acceptedAt,
            @Nullable Integer shownRevision,
            @Nullable Sha256 shownSha256) {}
}
