package org.alternat.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people get an account: by a link that opens one door once. The first organiser's link is made at start while nobody has
 * an account; everybody else is invited by an organiser. There is no default password.
 */
@Service
public class StaffEnrolment {

    static final Duration FIRST_VALID = Duration.ofHours(24);
    static final Duration INVITATION_VALID = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(StaffEnrolment.class);

    private final JdbcClient jdbc;
    private final StaffAccounts accounts;
    private final StaffSecrets secrets;
    private final PasswordEncoder passwords;
    private final SecureRandom random;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    StaffEnrolment(
            JdbcClient jdbc,
            StaffAccounts accounts,
            StaffSecrets secrets,
            PasswordEncoder passwords,
            SecureRandom random,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.secrets = secrets;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
        this.facts = facts;
    }

    /** Makes the link of the first organiser; older ones die. */
    @Transactional
    SecretToken offerFirst() {
        withdrawFirst();
        return offer(Optional.empty(), EnumSet.allOf(StaffRole.class), Optional.empty(), FIRST_VALID);
    }

    /** Makes a link for one new member of staff; an older one for the same address dies. What is returned is the only copy. */
    @Transactional
    public SecretToken invite(EmailAddress email, Set<StaffRole> roles, StaffIdentity by) {
        jdbc.sql("delete from staff_invitation where lower(email) = ? and used_at is null")
                .param(email.value().toLowerCase(Locale.ROOT))
                .update();
        LOG.info("Staff {} invites a member of staff", by.staffId());
        return offer(Optional.of(email), roles, Optional.of(by.staffId()), INVITATION_VALID);
    }

    /** The invitation behind a link; empty when it is unknown, used or too old. */
    public Optional<StaffInvitation> find(SecretToken link) {
        return jdbc.sql("select email, roles from staff_invitation where token_sha256 = ? and used_at is null"
                        + " and expires_at > ?")
                .params(link.sha256().hex(), utc(clock.instant()))
                .query((row, n) -> {
                    String email = row.getString("email");
                    return new StaffInvitation(
                            email == null ? null : new EmailAddress(email), StaffRole.read(row.getString("roles")));
                })
                .optional();
    }

    /** The secret for the authenticator application: the same each time the page is opened, so that reading changes nothing. */
    public TotpSecret totpSecret(SecretToken link) {
        return new TotpSecret(secrets.derive("totp of staff link " + link.text(), TotpSecret.BYTES));
    }

    /** Makes the account and spends the link. */
    @Transactional
    public Outcome enrol(SecretToken link, NewMember person) {
        OptionalLong step = Totp.step(totpSecret(link), person.code(), clock.instant());
        Optional<StaffInvitation> invitation = find(link);
        if (invitation.isEmpty()) {
            return Outcome.of(Answer.DEAD_LINK);
        }
        if (step.isEmpty()) {
            return Outcome.of(Answer.WRONG_CODE);
        }
        EmailAddress invited = invitation.get().email();
        EmailAddress email = invited == null ? person.email() : invited;
        if (accounts.knows(email)) {
            return Outcome.of(Answer.ADDRESS_TAKEN);
        }
        int spent = jdbc.sql("update staff_invitation set used_at = ? where token_sha256 = ? and used_at is null")
                .params(utc(clock.instant()), link.sha256().hex())
                .update();
        if (spent == 0) {
            return Outcome.of(Answer.DEAD_LINK);
        }
        StaffMember member = new StaffMember(
                StaffId.random(),
                person.displayName(),
                email,
                person.locale(),
                invitation.get().roles(),
                false);
        accounts.add(member, passwords.encode(person.password()), totpSecret(link), step.getAsLong());
        facts.publishEvent(new StaffEnrolled(member.staffId()));
        return new Outcome(Answer.ENROLLED, Optional.of(member));
    }

    void withdrawFirst() {
        jdbc.sql("delete from staff_invitation where invited_by is null and used_at is null")
                .update();
    }

    private SecretToken offer(
            Optional<EmailAddress> email, Set<StaffRole> roles, Optional<StaffId> by, Duration validity) {
        SecretToken link = SecretToken.random(random);
        jdbc.sql("insert into staff_invitation (token_sha256, email, roles, invited_by, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .param(link.sha256().hex())
                .param(email.map(EmailAddress::value).orElse(null))
                .param(StaffRole.written(roles))
                .param(by.map(StaffId::value).orElse(null))
                .param(utc(clock.instant().plus(validity)))
                .update();
        return link;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** What a new member of staff says on the page. */
    public record NewMember(String displayName, EmailAddress email, Locale locale, String password, String code) {

        @Override
        public String toString() {
            return "NewMember[***]";
        }
    }

    /** What an enrolment can end in. */
    public enum Answer {
        /** The account exists, the link is spent. */
        ENROLLED,
        /** Unknown, used or too old. */
        DEAD_LINK,
        /** The authenticator application and this service do not agree; the link stays good. */
        WRONG_CODE,
        /** Somebody already logs in with this address; the link stays good. */
        ADDRESS_TAKEN
    }

    /**
     * What became of an enrolment.
     *
     * @param member present when enrolled
     */
    public record Outcome(Answer answer, Optional<StaffMember> member) {

        static Outcome of(Answer answer) {
            return new Outcome(answer, Optional.empty());
        }
    }

    /** Somebody has an account who had none. */
    record StaffEnrolled(StaffId staffId) {}
}
