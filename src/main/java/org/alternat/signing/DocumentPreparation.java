package org.alternat.signing;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.FieldPreparation;
import org.alternat.pades.RevisionGate;
import org.alternat.pades.RevisionRefusedException;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignaturePages;
import org.alternat.pki.ServiceSeal;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.DeclarationId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes every signature field, in order of precedence, and certifies the prepared text with the service's seal, before the
 * first invitation leaves. Two revisions in one transaction; a repeated call finds them there.
 */
@Service
public class DocumentPreparation {

    private final Declarations declarations;
    private final SignaturePagePlan plan;
    private final Revisions revisions;
    private final ServiceSeal seal;
    private final SigningProperties properties;
    private final MessageSource messages;
    private final AuditTrail audit;
    private final Clock clock;
    private final FieldPreparation fields = new FieldPreparation();
    private final ChainWriter writer = new ChainWriter();
    private final RevisionGate gate;

    DocumentPreparation(
            Declarations declarations,
            SignaturePagePlan plan,
            Revisions revisions,
            ServiceSeal seal,
            SigningProperties properties,
            TrustAnchors anchors,
            MessageSource messages,
            AuditTrail audit,
            Clock clock) {
        this.declarations = declarations;
        this.plan = plan;
        this.revisions = revisions;
        this.seal = seal;
        this.properties = properties;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
        this.gate = new RevisionGate(anchors);
    }

    /** Prepares the declaration's document; does nothing when it is prepared. */
    @Transactional
    public void prepare(DeclarationId id) {
        Revisions.Head head = revisions.lock(id);
        if (head.number() > 0) {
            return;
        }
        Declaration declaration = declarations.get(id);
        SignaturePages pages = plan.of(declaration);
        Revisions.Head prepared = revisions.appendPrepared(head, fields.prepare(revisions.read(id), pages));
        Revisions.Head last = properties.certify() ? certify(declaration, prepared) : prepared;
        audit.append(
                id,
                AuditEvent.byService(
                        AuditEventType.DOCUMENT_PREPARED,
                        Map.of(
                                "fields",
                                        Long.toString(pages.groups().stream()
                                                .mapToLong(
                                                        group -> group.blocks().size())
                                                .sum()),
                                "sha256", prepared.sha256().hex())));
        if (properties.certify()) {
            audit.append(
                    id,
                    AuditEvent.byService(
                            AuditEventType.DOCUMENT_CERTIFIED,
                            Map.of("sha256", last.sha256().hex())));
        }
    }

    private Revisions.Head certify(Declaration declaration, Revisions.Head prepared) {
        ChainState tip = revisions.state(prepared);
        Locale locale = SignaturePagePlan.mainLanguage(declaration);
        AppendedRevision revision = writer.certify(
                tip,
                new SignatureDetails(
                        SignatureFields.CERTIFICATION,
                        properties.sealName(),
                        messages.getMessage("signing.certification.reason", null, locale),
                        "",
                        clock.instant(),
                        List.of()),
                seal);
        try {
            gate.check(
                    tip,
                    revision.delta(),
                    new RevisionGate.Expectation(
                            SignatureFields.CERTIFICATION,
                            RevisionGate.Expectation.Kind.SIGNATURE,
                            Optional.empty(),
                            clock.instant()));
        } catch (RevisionRefusedException e) {
            throw new IllegalStateException("the gate refused the certification of " + declaration.id(), e);
        }
        return revisions.append(prepared, RevisionKind.CERTIFICATION, revision);
    }
}
