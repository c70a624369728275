package org.alternat.sealing;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationCompletion;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.RevisionGate;
import org.alternat.pades.RevisionRefusedException;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.ValidationDataCollector;
import org.alternat.pki.ServiceSeal;
import org.alternat.pki.TrustAnchors;
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
    private final Revisions revisions;
    private final ServiceSeal seal;
    private final ArchiveTimestamps archiveTimestamps;
    private final SealWording wording;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final ChainWriter writer = new ChainWriter();
    private final RevisionGate gate;

    Sealing(
            Declarations declarations,
            DeclarationCompletion completion,
            Revisions revisions,
            ServiceSeal seal,
            ArchiveTimestamps archiveTimestamps,
            SealWording wording,
            TrustAnchors anchors,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.declarations = declarations;
        this.completion = completion;
        this.revisions = revisions;
        this.seal = seal;
        this.archiveTimestamps = archiveTimestamps;
        this.wording = wording;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
        this.gate = new RevisionGate(anchors);
    }

    /**
     * Seals the declaration's document; does nothing when it is sealed, or when the declaration has ended otherwise.
     *
     * @throws org.alternat.pki.TimestampUnavailableException when no timestamp can be had now; nothing is kept then
     */
    @Transactional
    public void seal(DeclarationId id) {
        if (hasEnded(declarations.get(id))) {
            return;
        }
        ValidationDataCollector.Asked asked = archiveTimestamps.ask(id);
        Revisions.Head head = revisions.lock(id);
        Declaration declaration = declarations.get(id);
        if (hasEnded(declaration)) {
            return;
        }
        Instant at = clock.instant();
        Revisions.Head sealed = appendSeal(declaration, head, at);
        Revisions.Head archived = archiveTimestamps.append(sealed, asked);
        if (!completion.sealed(id, at)) {
            throw new IllegalStateException("declaration " + id + " stopped circulating under the seal");
        }
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.DOCUMENT_SEALED,
                        Map.of(
                                "revision", Integer.toString(archived.number()),
                                "sha256", archived.sha256().hex(),
                                "level", "PAdES-BASELINE-LTA")));
        facts.publishEvent(new DeclarationSealed(id));
        log.info("declaration {} sealed as revision {}", id, archived.number());
    }

    private static boolean hasEnded(Declaration declaration) {
        boolean ended = declaration.state() != DeclarationState.CIRCULATING;
        if (ended) {
            log.info("declaration {} is {}: nothing to seal", declaration.id(), declaration.state());
        }
        return ended;
    }

    private Revisions.Head appendSeal(Declaration declaration, Revisions.Head head, Instant at) {
        ChainState tip = revisions.state(head);
        Locale locale = declaration.languages().isEmpty()
                ? Locale.FRENCH
                : declaration.languages().get(0);
        AppendedRevision revision = writer.sign(
                tip,
                new SignatureDetails(
                        SignatureFields.SEAL,
                        wording.sealName(),
                        wording.reason(declaration, locale),
                        "",
                        at,
                        wording.appearance(declaration, at, locale)),
                seal);
        pass(tip, revision, declaration.id());
        return revisions.append(head, RevisionKind.SEAL, revision);
    }

    private void pass(ChainState tip, AppendedRevision revision, DeclarationId id) {
        try {
            gate.check(
                    tip,
                    revision.delta(),
                    new RevisionGate.Expectation(
                            SignatureFields.SEAL,
                            RevisionGate.Expectation.Kind.SIGNATURE,
                            Optional.empty(),
                            clock.instant()));
        } catch (RevisionRefusedException e) {
            throw new IllegalStateException("the gate refused the seal of declaration " + id, e);
        }
    }
}
