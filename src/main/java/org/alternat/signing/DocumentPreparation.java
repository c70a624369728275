package org.alternat.signing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.OrderOfPrecedence;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
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
    private final Signatories signatories;
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
            Signatories signatories,
            Revisions revisions,
            ServiceSeal seal,
            SigningProperties properties,
            TrustAnchors anchors,
            MessageSource messages,
            AuditTrail audit,
            Clock clock) {
        this.declarations = declarations;
        this.signatories = signatories;
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
        SignaturePages pages = pages(declaration);
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
        Locale locale = mainLanguage(declaration);
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

    private SignaturePages pages(Declaration declaration) {
        Map<String, List<SignaturePages.Block>> headed = new LinkedHashMap<>();
        for (Signatory signatory : signatories.of(declaration.id())) {
            if (signatory.role().signs()) {
                Party party = signatories.party(signatory.partyId());
                headed.computeIfAbsent(heading(declaration, signatory, party), heading -> new ArrayList<>())
                        .add(block(signatory, party));
            }
        }
        List<SignaturePages.Group> groups = headed.entrySet().stream()
                .map(group -> new SignaturePages.Group(group.getKey(), group.getValue()))
                .toList();
        return new SignaturePages(
                declaration.title(),
                inAllLanguages(declaration, "signing.pages.heading"),
                mainLanguage(declaration),
                groups,
                inAllLanguages(declaration, "signing.pages.seal"),
                spares(declaration),
                names(declaration));
    }

    /** Their fields go on where the order of precedence ends, so that a late signatory finds theirs by their number. */
    private List<SignaturePages.Block> spares(Declaration declaration) {
        Locale language = mainLanguage(declaration);
        String tooltip = messages.getMessage("signing.field.spare", null, language);
        int last = signatories.of(declaration.id()).stream()
                .mapToInt(Signatory::precedence)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(last + 1, last + properties.spareFields())
                .mapToObj(n -> new SignaturePages.Block(n, SignatureFields.signature(n), "", "", tooltip, language))
                .toList();
    }

    private String names(Declaration declaration) {
        return signatories.of(declaration.id()).stream()
                .map(signatory -> signatory.fullName() + " " + signatory.capacity())
                .collect(Collectors.joining(" "));
    }

    /** Sides have a heading each, unless one alphabet or a host goes over all of them. */
    private String heading(Declaration declaration, Signatory signatory, Party party) {
        if (!signatory.role().binds()) {
            return inAllLanguages(declaration, "signing.pages.witnesses");
        }
        OrderOfPrecedence order = declaration.terms().order();
        boolean acrossSides = order.host() != null || (order.language() != null && !order.bySide());
        return acrossSides ? inAllLanguages(declaration, "signing.pages.parties") : party.side();
    }

    private SignaturePages.Block block(Signatory signatory, Party party) {
        String tooltip = signatory.role().binds() ? "signing.field.tooltip" : "signing.field.tooltip.witness";
        return new SignaturePages.Block(
                signatory.precedence(),
                SignatureFields.signature(signatory.precedence()),
                party.name(),
                party.region(),
                messages.getMessage(tooltip, new Object[] {party.name()}, signatory.locale()),
                signatory.locale());
    }

    private String inAllLanguages(Declaration declaration, String key) {
        return declaration.languages().stream()
                .map(language -> messages.getMessage(key, null, language))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private static Locale mainLanguage(Declaration declaration) {
        return declaration.languages().isEmpty()
                ? Locale.FRENCH
                : declaration.languages().get(0);
    }
}
