package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.HeadLeases;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.RevisionGate;
import org.alternat.pades.RevisionRefusedException;
import org.alternat.pades.SignatureFields;
import org.alternat.pki.SignatorySigner;
import org.alternat.pki.SignatorySubject;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.SignatoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a recorded consent into a signature at the head of the chain, under the chain's lock: fresh key and certificate,
 * timestamp, gate, delta. May be called any number of times; the signature is made once.
 */
@Service
public class SignatureAppender {

    private static final Logger log = LoggerFactory.getLogger(SignatureAppender.class);

    private final Signatories signatories;
    private final Declarations declarations;
    private final Revisions revisions;
    private final HeadLeases leases;
    private final SignatorySigner signer;
    private final SignatureWording wording;
    private final AuditTrail audit;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final ChainWriter writer = new ChainWriter();
    private final RevisionGate gate;

    SignatureAppender(
            Signatories signatories,
            Declarations declarations,
            Revisions revisions,
            HeadLeases leases,
            SignatorySigner signer,
            SignatureWording wording,
            TrustAnchors anchors,
            AuditTrail audit,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.signatories = signatories;
        this.declarations = declarations;
        this.revisions = revisions;
        this.leases = leases;
        this.signer = signer;
        this.wording = wording;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
        this.gate = new RevisionGate(anchors);
    }

    /**
     * Appends the signature of somebody who has consented.
     *
     * @throws org.alternat.pki.TimestampUnavailableException when no timestamp can be had now: the consent stays recorded
     * @throws org.alternat.document.HeadLeasedException while somebody else signs elsewhere: the consent stays recorded
     */
    @Transactional
    public void append(SignatoryId id) {
        Revisions.Head head = revisions.lock(signatories.get(id).declarationId());
        // Read under the lock: before it, another thread or node may have been here.
        Signatory signatory = signatories.get(id);
        Declaration declaration = declarations.get(signatory.declarationId());
        if (signatory.state() != SignatoryState.CONSENTED || declaration.state() != DeclarationState.CIRCULATING) {
            log.info("declaration {}: nothing to append for signatory {}", declaration.id(), id);
            return;
        }
        leases.requireFree(head, id);
        leases.end(declaration.id(), id);
        ChainState tip = revisions.state(head);
        Instant at = clock.instant();
        AppendedRevision revision = sign(tip, declaration, signatory, at);
        Revisions.Head next = revisions.append(head, RevisionKind.SIGNATURE, revision);
        if (!signatories.signed(id, at, next.number())) {
            throw new IllegalStateException(
                    "declaration " + declaration.id() + " stopped circulating under signatory " + id);
        }
        audit.append(
                declaration.id(),
                AuditEvent.byService(
                        AuditEventType.SIGNATURE_COLLECTED,
                        Map.of(
                                "signatory", id.toString(),
                                "revision", Integer.toString(next.number()),
                                "sha256", next.sha256().hex(),
                                "level", "PAdES-BASELINE-T")));
        signatories.counted(id, at);
        facts.publishEvent(new SignatureCollected(declaration.id(), id, next.number()));
        log.info("declaration {}: signature of signatory {} is revision {}", declaration.id(), id, next.number());
    }

    private AppendedRevision sign(ChainState tip, Declaration declaration, Signatory signatory, Instant at) {
        Party party = signatories.party(signatory.partyId());
        String field = SignatureFields.signature(signatory.precedence());
        SignatorySubject subject = new SignatorySubject(
                signatory.id(),
                signatory.givenName(),
                signatory.familyName(),
                party.name(),
                signatory.locale().getCountry().isEmpty()
                        ? null
                        : signatory.locale().getCountry());
        AppendedRevision revision = writer.sign(
                tip,
                new SignatureDetails(
                        field,
                        signatory.fullName(),
                        wording.reason(declaration, signatory, party),
                        party.region(),
                        at,
                        wording.appearance(declaration, signatory, party, at, tip::shows)),
                signer.signerFor(subject));
        try {
            gate.check(
                    tip,
                    revision.delta(),
                    new RevisionGate.Expectation(
                            field,
                            RevisionGate.Expectation.Kind.SIGNATURE,
                            Optional.of(signatory.id().toString()),
                            clock.instant()));
        } catch (RevisionRefusedException e) {
            throw new IllegalStateException("the gate refused the signature of signatory " + signatory.id(), e);
        }
        return revision;
    }
}
