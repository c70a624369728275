package org.alternat.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;
import org.alternat.shared.StaffNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may log in. */
@Service
public class StaffAccounts implements StaffNames {

    private static final Logger LOG = LoggerFactory.getLogger(StaffAccounts.class);

    private final JdbcClient jdbc;
    private final StaffSecrets secrets;
    private final Clock clock;

    StaffAccounts(JdbcClient jdbc, StaffSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** True until the first organiser has an account. */
    public boolean none() {
        return jdbc.sql("select count(*) from staff").query(Long.class).single() == 0;
    }

    /** Everybody, those without access any more included, by name. */
    public List<StaffMember> list() {
        return jdbc.sql("select * from staff order by display_name, email_key")
                .query(StaffAccounts::member)
                .list();
    }

    @Override
    public Optional<String> nameOf(StaffId id) {
        return jdbc.sql("select display_name from staff where staff_id = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    /**
     * Takes away a person's access at once: sessions end, tokens die.
     *
     * @return false when it would leave nobody who can invite, or when there is no such account
     */
    @Transactional
    public boolean disable(StaffId id, StaffIdentity by) {
        // Locks all of them: two organisers who disable each other at the same moment must not both succeed.
        List<StaffMember> locked = jdbc.sql(
                        "select * from staff where disabled_at is null order by staff_id for update")
                .query(StaffAccounts::member)
                .list();
        boolean organiserLeft = locked.stream()
                .anyMatch(
                        member -> !member.staffId().equals(id) && member.roles().contains(StaffRole.ORGANISER));
        if (!organiserLeft) {
            return false;
        }
        int changed = jdbc.sql("update staff set disabled_at = ? where staff_id = ? and disabled_at is null")
                .params(now(), id.value())
                .update();
        jdbc.sql("delete from staff_session where staff_id = ?")
                .param(id.value())
                .update();
        if (changed > 0) {
            LOG.info("Staff {} disabled by {}", id, by.staffId());
        }
        return changed > 0;
    }

    boolean knows(EmailAddress email) {
        return jdbc.sql("select count(*) from staff where email_key = ?")
                        .param(key(email.value()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Credentials> credentials(String email) {
        return jdbc.sql("select * from staff where email_key = ?")
                .param(key(email))
                .query((row, n) -> {
                    StaffMember member = member(row, n);
                    TotpSecret secret = new TotpSecret(secrets.decrypt(member.staffId(), row.getBytes("totp_secret")));
                    return new Credentials(member, row.getString("password_hash"), secret);
                })
                .optional();
    }

    void add(StaffMember member, String passwordHash, TotpSecret secret, long spentStep) {
        jdbc.sql("insert into staff (staff_id, display_name, email, email_key, locale, roles, password_hash,"
                        + " totp_secret, totp_last_step, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        member.staffId().value(),
                        member.displayName(),
                        member.email().value(),
                        key(member.email().value()),
                        member.locale().toLanguageTag(),
                        StaffRole.written(member.roles()),
                        passwordHash,
                        secrets.encrypt(member.staffId(), secret.bytes()),
                        spentStep,
                        now())
                .update();
        LOG.info("Staff {} added", member.staffId());
    }

    /** Spends a step; false when it or a later one was spent before. */
    boolean spend(StaffId id, long step) {
        return jdbc.sql("update staff set totp_last_step = ? where staff_id = ? and totp_last_step < ?")
                        .params(step, id.value(), step)
                        .update()
                == 1;
    }

    static StaffMember member(ResultSet row, int n) throws SQLException {
        return new StaffMember(
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getString("display_name"),
                new EmailAddress(row.getString("email")),
                Locale.forLanguageTag(row.getString("locale")),
                StaffRole.read(row.getString("roles")),
                row.getObject("disabled_at", OffsetDateTime.class) != null);
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }

    /** What a log-in is checked against. */
    record Credentials(StaffMember member, String passwordHash, TotpSecret secret) {

        @Override
        public String toString() {
            return "Credentials[" + member + "]";
        }
    }
}
