package org.alternat.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Signatories;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Network;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh signing link for whoever holds an earlier one that has grown too old. Asking does the same for every link, known or
 * not, and at once: who it belongs to is looked up later, by a step that nobody waits for.
 */
@Service
public class FreshLinks {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int REQUESTS_PER_HOUR = 600;

    /** An office shares one address, and takes the others' share away with none. */
    private static final int PER_NETWORK = 60;

    private static final int LETTERS_PER_HOUR = 3;

    private final JdbcClient jdbc;
    private final Signatories signatories;
    private final AttemptLimits limits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FreshLinks(
            JdbcClient jdbc,
            Signatories signatories,
            AttemptLimits limits,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.signatories = signatories;
        this.limits = limits;
        this.audit = audit;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Asks. Whether anything comes of it shows in the mailbox alone.
     *
     * @param address where the request came from
     */
    public void request(SecretToken link, String address) {
        String network = Network.of(address).text();
        if (limits.take("fresh-link-from:" + network, PER_NETWORK, HOUR)
                && limits.take("fresh-link", REQUESTS_PER_HOUR, HOUR)) {
            transaction.executeWithoutResult(status -> facts.publishEvent(new FreshLinkRequested(link.sha256())));
        }
    }

    /**
     * Whom a link that has expired was sent to: nobody for an unknown link, one that still works, as a mail scanner presses it,
     * one of a tablet at the desk, one of a person who has been replaced, or one whose owner has had enough letters within the hour.
     */
    public Optional<SignatoryId> owner(Sha256 link) {
        Optional<OpenedLink> known = jdbc.sql(
                        "select declaration_id, signatory_id, person_version from signing_link where token_sha256 = ?"
                                + " and at_desk = false and expires_at <= ?")
                .params(link.hex(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new OpenedLink(
                        new DeclarationId(row.getObject(1, UUID.class)),
                        new SignatoryId(row.getObject(2, UUID.class)),
                        row.getInt(3),
                        false))
                .optional()
                .filter(opened -> signatories.get(opened.signatoryId()).version() == opened.personVersion());
        return known.map(OpenedLink::signatoryId).filter(owner -> limits.take(letters(owner), LETTERS_PER_HOUR, HOUR));
    }

    /** The letter could not leave and is tried again: only what leaves counts as one of the hour's. */
    public void notSent(SignatoryId owner) {
        limits.giveBack(letters(owner));
    }

    private static String letters(SignatoryId owner) {
        return "fresh-link:" + owner;
    }

    /** Writes down that the owner has had a fresh one; in the transaction that says that its letter has left. */
    public void sent(SignatoryId owner) {
        audit.append(
                signatories.get(owner).declarationId(),
                new AuditEvent(AuditEventType.FRESH_LINK_REQUESTED, SigningCodes.actor(owner), Map.of()));
    }
}
