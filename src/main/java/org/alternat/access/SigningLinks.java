package org.alternat.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.BaseUrl;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links that letters carry: 256 random bits in the path, kept as a digest, for one person and one declaration. Opening
 * one changes nothing and uses nothing up: mail scanners open it long before the person does.
 */
@Service
public class SigningLinks {

    /** How long after the deadline a link still leads to a page that says so. */
    private static final Duration AFTER_DEADLINE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Signatories signatories;
    private final Declarations declarations;
    private final BaseUrl baseUrl;
    private final SecureRandom random;
    private final Clock clock;

    SigningLinks(
            JdbcClient jdbc,
            Signatories signatories,
            Declarations declarations,
            BaseUrl baseUrl,
            SecureRandom random,
            Clock clock) {
        this.jdbc = jdbc;
        this.signatories = signatories;
        this.declarations = declarations;
        this.baseUrl = baseUrl;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes a further link for a signatory; earlier ones of the same person keep working. It is committed at once: a letter
     * that has left must never carry a link that a roll-back took back.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public SigningLink issue(SignatoryId id) {
        Signatory signatory = signatories.get(id);
        Instant deadline = declarations.get(signatory.declarationId()).closingDate();
        SecretToken token = SecretToken.random(random);
        jdbc.sql("insert into signing_link (token_sha256, declaration_id, signatory_id, person_version, created_at,"
                        + " expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        token.sha256().hex(),
                        signatory.declarationId().value(),
                        id.value(),
                        signatory.version(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        deadline.plus(AFTER_DEADLINE).atOffset(ZoneOffset.UTC))
                .update();
        return new SigningLink(baseUrl.resolve("/s/" + token.text()));
    }

    /** Where a link leads; nothing for one that is unknown, expired, or was sent to somebody who has been replaced. */
    @Transactional(readOnly = true)
    public Optional<OpenedLink> open(SecretToken token) {
        return jdbc.sql("select declaration_id, signatory_id, person_version, at_desk from signing_link"
                        + " where token_sha256 = ? and expires_at > ?")
                .params(token.sha256().hex(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new OpenedLink(
                        new DeclarationId(row.getObject(1, UUID.class)),
                        new SignatoryId(row.getObject(2, UUID.class)),
                        row.getInt(3),
                        row.getBoolean(4)))
                .optional()
                .filter(link -> signatories.get(link.signatoryId()).version() == link.personVersion());
    }
}
