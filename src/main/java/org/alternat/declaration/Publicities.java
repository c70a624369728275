package org.alternat.declaration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each declaration says of its funding. An organiser decides it while the declaration is a draft: the document is made with
 * it, and nothing leaves before it is decided (decision 0041).
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Publicities {

    private static final Logger log = LoggerFactory.getLogger(Publicities.class);

    private final PublicityRows rows;
    private final DeclarationRows declarations;
    private final AuditTrail audit;

    Publicities(PublicityRows rows, DeclarationRows declarations, AuditTrail audit) {
        this.rows = rows;
        this.declarations = declarations;
        this.audit = audit;
    }

    /**
     * Decides it, or decides anew. The audit trail says by whom, and when nothing is due says that.
     *
     * @param png the bytes of a logo that was not there before
     */
    public MoveOutcome set(DeclarationId id, Publicity publicity, byte @Nullable [] png, StaffIdentity by) {
        if (!declarations.isOrganiser(id, by.staffId())) {
            throw new UnknownDeclarationException(id);
        }
        if (declarations.lock(id) != DeclarationState.DRAFT) {
            return MoveOutcome.ALREADY_RELEASED;
        }
        Publicity.Logo logo = publicity.logo();
        if (logo != null && png != null) {
            rows.keep(logo, png);
        }
        rows.put(id, publicity);
        Map<String, String> details = Map.of(
                "due", Boolean.toString(publicity.due()),
                "mention", publicity.mention(Locale.ENGLISH),
                "emblem", Boolean.toString(publicity.emblem()),
                "logo", logo == null ? "" : logo.sha256().hex());
        audit.append(id, Declarations.event(AuditEventType.PUBLICITY_SET, by, details));
        log.info("declaration {}: funding mention {}", id, publicity.due() ? "set" : "not due");
        return MoveOutcome.DONE;
    }

    /** Nothing while nobody has decided. */
    @Transactional(readOnly = true)
    public Optional<Publicity> of(DeclarationId id) {
        return rows.find(id);
    }

    /** The PNG of a logo. */
    @Transactional(readOnly = true)
    public Optional<byte[]> image(Sha256 logo) {
        return rows.image(logo);
    }
}
