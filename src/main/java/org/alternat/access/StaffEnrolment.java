package org.alternat.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people get an account: through a link of {@link StaffInvitations}, never by a default password. */
@Service
public class StaffEnrolment {

    private final JdbcClient jdbc;
    private final StaffAccounts accounts;
    private final StaffSecrets secrets;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    StaffEnrolment(
            JdbcClient jdbc,
            StaffAccounts accounts,
            StaffSecrets secrets,
            PasswordEncoder passwords,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.secrets = secrets;
        this.passwords = passwords;
        this.clock = clock;
        this.facts = facts;
    }

    /** The invitation behind a link; empty when it is unknown, used, too old, or from somebody who has no access any more. */
    public Optional<StaffInvitation> find(SecretToken link) {
        return jdbc.sql("select email, roles from staff_invitation where token_sha256 = ? and used_at is null"
                        + " and expires_at > ? and not exists (select 1 from staff s"
                        + " where s.staff_id = staff_invitation.invited_by and s.disabled_at is not null)")
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
