package org.alternat.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alternat.mail.BaseUrl;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Personal links to a final copy: 256 random bits, of which only the digest is stored. */
@Component
class CopyLinks {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;
    private final BaseUrl baseUrl;
    private final DeliverySettings settings;

    CopyLinks(JdbcClient jdbc, SecureRandom random, Clock clock, BaseUrl baseUrl, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.settings = settings;
    }

    /**
     * Makes a link to one revision. Its secret cannot be read again. It is committed at once: a letter that has left must
     * never carry a link that a roll-back took back.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public CopyLink issue(DeclarationId declarationId, int revision, String recipient) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(settings.linkLifetime());
        jdbc.sql("insert into final_copy_link (token_sha256, declaration_id, revision_number, recipient, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(digest(token), declarationId.value(), revision, recipient, expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new CopyLink(baseUrl.resolve("/copies/" + token), expiresAt);
    }

    /** What the token opens; empty alike for one that never was and one that has expired. */
    Optional<Target> open(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("select declaration_id, revision_number from final_copy_link"
                        + " where token_sha256 = ? and expires_at > ?")
                .params(digest(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Target(
                        new DeclarationId(row.getObject("declaration_id", UUID.class)), row.getInt("revision_number")))
                .optional();
    }

    private static String digest(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII)).hex();
    }

    /** A link with its secret in it: for the letter and nothing else. */
    record CopyLink(URI uri, Instant expiresAt) {

        @Override
        public String toString() {
            return "CopyLink until " + expiresAt;
        }
    }

    /** The revision that a link leads to: the very one whose digest the letter states. */
    record Target(DeclarationId declarationId, int revision) {}
}
