package org.alternat.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.alternat.declaration.Signatories;
import org.alternat.shared.Sha256;
import org.alternat.shared.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions on a tablet that goes from hand to hand. Each ends when it is handed back, a minute after the answer, and when
 * nothing has been asked of it for a while; its link then leads nowhere, and no mail can revive it.
 */
@Service
public class DeskVisits {

    /** Nobody has touched the tablet for so long. */
    public static final Duration IDLE = Duration.ofMinutes(10);

    /** Enough to read that it is done. */
    public static final Duration AFTER_ANSWER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Signatories signatories;
    private final SecureRandom random;
    private final Clock clock;

    DeskVisits(JdbcClient jdbc, Signatories signatories, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.signatories = signatories;
        this.random = random;
        this.clock = clock;
    }

    /** A link and a session of its own; the person's other visits are over. */
    @Transactional(propagation = Propagation.MANDATORY)
    DeskVisit begin(OpenedLink opened, StaffId officer) {
        Instant now = clock.instant();
        jdbc.sql("update signing_session set desk_ends_at = ? where signatory_id = ? and desk_ends_at > ?")
                .params(stored(now), opened.signatoryId().value(), stored(now))
                .update();
        SecretToken link = SecretToken.random(random);
        jdbc.sql("insert into signing_link (token_sha256, declaration_id, signatory_id, person_version, created_at,"
                        + " expires_at, at_desk) values (?, ?, ?, ?, ?, ?, true)")
                .params(
                        link.sha256().hex(),
                        opened.declarationId().value(),
                        opened.signatoryId().value(),
                        opened.personVersion(),
                        stored(now),
                        stored(now.plus(SigningSessions.SESSION_LIFETIME)))
                .update();
        SecretToken browser = SecretToken.random(random);
        // There is no code to enter any more: the digest is of nothing that anybody has.
        Sha256 none = Sha256.of(SecretToken.random(random).text().getBytes(StandardCharsets.US_ASCII));
        jdbc.sql("insert into signing_session (secret_sha256, declaration_id, signatory_id, person_version, created_at,"
                        + " code_sha256, code_expires_at, tries, accepted_at, officer_id, desk_ends_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)")
                .params(
                        browser.sha256().hex(),
                        opened.declarationId().value(),
                        opened.signatoryId().value(),
                        opened.personVersion(),
                        stored(now),
                        none.hex(),
                        stored(now),
                        stored(now),
                        officer.value(),
                        stored(now.plus(IDLE)))
                .update();
        return new DeskVisit(link, browser);
    }

    /** Somebody is at the tablet: the visit lasts a while longer, unless the answer is given. */
    @Transactional
    public void seen(SigningSession session) {
        jdbc.sql("update signing_session set desk_ends_at = ? where secret_sha256 = ? and desk_answered_at is null"
                        + " and desk_ends_at > ?")
                .params(stored(clock.instant().plus(IDLE)), session.id().hex(), stored(clock.instant()))
                .update();
    }

    /** The answer has just been recorded: notes where the person was who gave it. A visit is {@link #over}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(SigningSession session) {
        signatories.attended(session.signatoryId(), session.attendance());
        over(session);
    }

    /** The act is done: a visit ends in a minute, whatever happens. Nothing happens to a session that is no visit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void over(SigningSession session) {
        if (session.deskOfficer() != null) {
            Instant now = clock.instant();
            jdbc.sql("update signing_session set desk_answered_at = ?, desk_ends_at = ? where secret_sha256 = ?"
                            + " and desk_answered_at is null")
                    .params(
                            stored(now),
                            stored(now.plus(AFTER_ANSWER)),
                            session.id().hex())
                    .update();
        }
    }

    /** The tablet is handed back. */
    @Transactional
    public void end(SigningSession session) {
        jdbc.sql("update signing_session set desk_ends_at = ? where secret_sha256 = ? and desk_ends_at > ?")
                .params(stored(clock.instant()), session.id().hex(), stored(clock.instant()))
                .update();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
