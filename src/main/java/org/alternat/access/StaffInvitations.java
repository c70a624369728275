package org.alternat.access;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.mail.Recipient;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.StaffId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that open one door once. The first organiser's is made at start while nobody has an account; everybody else's goes out
 * by mail at an organiser's word and is shown to nobody else.
 */
@Service
public class StaffInvitations {

    static final Duration FIRST_VALID = Duration.ofHours(24);
    static final Duration VALID = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(StaffInvitations.class);

    private final JdbcClient jdbc;
    private final Letters letters;
    private final BaseUrl baseUrl;
    private final SecureRandom random;
    private final Clock clock;

    StaffInvitations(JdbcClient jdbc, Letters letters, BaseUrl baseUrl, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.baseUrl = baseUrl;
        this.random = random;
        this.clock = clock;
    }

    /** Makes the link of the first organiser; older ones die. */
    @Transactional
    URI offerFirst() {
        jdbc.sql("delete from staff_invitation where invited_by is null and used_at is null")
                .update();
        SecretToken token = SecretToken.random(random);
        store(token, null, EnumSet.allOf(StaffRole.class), null, FIRST_VALID);
        return link(token);
    }

    /**
     * Sends a link to one new member of staff; an older one for the same address dies.
     *
     * @param locale the language of the letter
     * @throws org.alternat.mail.LetterNotSentException when the mail server did not take it; nothing has changed then
     */
    public void invite(EmailAddress email, Set<StaffRole> roles, Locale locale, StaffIdentity by) {
        SecretToken token = SecretToken.random(random);
        StaffRole first = roles.stream().sorted().findFirst().orElseThrow();
        Letter letter = new Letter(
                new LetterKey("staff-invitation", null, "invitation:" + UUID.randomUUID(), 1),
                "staff-invitation",
                locale,
                new Recipient(email.value(), email),
                List.of(new Recipient(by.displayName(), by.email())),
                Map.of("link", link(token).toString(), "role", first.name()),
                List.of());
        letters.send(letter.key(), () -> letter, () -> {
            jdbc.sql("delete from staff_invitation where lower(email) = ? and used_at is null")
                    .param(email.value().toLowerCase(Locale.ROOT))
                    .update();
            store(token, email, roles, by.staffId(), VALID);
        });
        LOG.info("Staff {} invited a member of staff", by.staffId());
    }

    private void store(
            SecretToken token,
            @Nullable EmailAddress email,
            Set<StaffRole> roles,
            @Nullable StaffId by,
            Duration validity) {
        jdbc.sql("insert into staff_invitation (token_sha256, email, roles, invited_by, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .param(token.sha256().hex())
                .param(email == null ? null : email.value())
                .param(StaffRole.written(roles))
                .param(by == null ? null : by.value())
                .param(clock.instant().plus(validity).atOffset(ZoneOffset.UTC))
                .update();
    }

    private URI link(SecretToken token) {
        return baseUrl.resolve("/setup/" + token.text());
    }
}
