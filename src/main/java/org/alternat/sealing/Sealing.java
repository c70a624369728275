package org.alternat.sealing;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.document.Revisions;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.SignatureFields;
import org.alternat.shared.DeclarationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the chain: the service's seal over all signatures, then the validation data and an archive timestamp over
 * everything (B-LTA). Both revisions are one transaction; a repeated call finds them there.
 */
@Service
public class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final Declarations declarations;
    private final DeclarationCompletion completion;
    private final ClosingSeal closingSeal;
    private final SealWording wording;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Sealing(
            Declarations declarations,
            DeclarationCompletion completion,
            ClosingSeal closingSeal,
            SealWording wording,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.declarations = declarations;
        this.completion = completion;
        this.closingSeal = closingSeal;
        this.wording = wording;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Seals the declaration's document; does nothing when it is sealed, or when the declaration has ended otherwise.
     *
     * @throws org.alternat.pki.TimestampUnavailableException when no timestamp can be had now; nothing is kept then
     * @throws IllegalStateException when so much was signed meanwhile that no seal came behind it; nothing is kept then
     */
    @Transactional
    public void seal(DeclarationId id) {
        Declaration declaration = declarations.get(id);
        if (hasEnded(declaration)) {
            return;
        }
        closingSeal
                .append(id, at -> details(declaration, at), () -> !hasEnded(declarations.get(id)))
                .ifPresent(last -> sealed(id, last));
    }

    private void sealed(DeclarationId id, Revisions.Head last) {
        if (!completion.sealed(id, clock.instant())) {
            throw new IllegalStateException("declaration " + id + " stopped circulating under the seal");
        }
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.DOCUMENT_SEALED,
                        Map.of(
                                "revision", Integer.toString(last.number()),
                                "sha256", last.sha256().hex(),
                                "level", "PAdES-BASELINE-LTA")));
        facts.publishEvent(new DeclarationSealed(id));
        log.info("declaration {} sealed as revision {}", id, last.number());
    }

    private static boolean hasEnded(Declaration declaration) {
        boolean ended = declaration.state() != DeclarationState.CIRCULATING;
        if (ended) {
            log.info("declaration {} is {}: nothing to seal", declaration.id(), declaration.state());
        }
        return ended;
    }

    private SignatureDetails details(Declaration declaration, Instant at) {
        Locale locale = declaration.languages().isEmpty()
                ? Locale.FRENCH
                : declaration.languages().get(0);
        return new SignatureDetails(
                SignatureFields.SEAL,
                wording.sealName(),
                wording.reason(declaration, locale),
                "",
                at,
                wording.appearance(declaration, at, locale));
    }
}
