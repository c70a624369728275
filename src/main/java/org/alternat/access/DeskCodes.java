package org.alternat.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.BaseUrl;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Network;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes for people who stand at the desk: an organiser who sees the person gives one, and it stands for the mailed link and the
 * mailed code together, once and for ten minutes. What may be answered is decided where every answer is: a desk code opens the
 * pages of a signatory and nothing else.
 */
@Service
public class DeskCodes {

    /** How long a code may be used. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** A room's tablets share one address. */
    private static final int PER_ADDRESS = 100;

    private static final int EVERYWHERE = 5000;

    private final DeskCodeRows rows;
    private final DeskVisits visits;
    private final Signatories signatories;
    private final AttemptLimits limits;
    private final AuditTrail audit;
    private final BaseUrl baseUrl;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskCodes(
            DeskCodeRows rows,
            DeskVisits visits,
            Signatories signatories,
            AttemptLimits limits,
            AuditTrail audit,
            BaseUrl baseUrl,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.visits = visits;
        this.signatories = signatories;
        this.limits = limits;
        this.audit = audit;
        this.baseUrl = baseUrl;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Makes a code; the ones that this signatory was given before are worth nothing from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DeskCode give(Signatory signatory, StaffIdentity officer) {
        Instant now = clock.instant();
        Instant expires = now.plus(LIFETIME).truncatedTo(ChronoUnit.MICROS);
        rows.replace(signatory.id(), now);
        DeskCodeRows.Fresh fresh = rows.insert(signatory, officer.staffId(), now, expires);
        audit.append(
                signatory.declarationId(),
                new AuditEvent(
                        AuditEventType.DESK_CODE_GIVEN,
                        "organiser:" + officer.staffId(),
                        Map.of("signatory", signatory.id().toString())));
        return new DeskCode(
                DeskCodeText.grouped(fresh.code()),
                baseUrl.resolve("/desk/" + fresh.token().text()),
                expires);
    }

    /** Until when each code can be used that people of a declaration hold now. */
    @Transactional(readOnly = true)
    public Map<SignatoryId, Instant> open(DeclarationId id) {
        return rows.open(id, clock.instant());
    }

    /**
     * Opens the pages of whoever was given this code, on the tablet that brings it, and ends what was open on another for the
     * same person. Nothing tells an unknown code from one that is used, replaced or too old; the trail of the declaration does.
     *
     * @param entered the code as it was typed, or the secret of the QR code
     * @param address where the request came from
     * @return empty for a code that opens nothing, and when too many were tried
     */
    public Optional<DeskVisit> enter(String entered, String address) {
        Optional<String> typed = DeskCodeText.read(entered);
        if (typed.isPresent() && !mayTry(address)) {
            return Optional.empty();
        }
        return Objects.requireNonNull(transaction.execute(status -> typed.map(rows::locked)
                // The secret of a QR code needs no limit: nobody guesses 256 bits.
                .orElseGet(() -> rows.locked(new SecretToken(entered.strip())))
                .flatMap(this::judge)));
    }

    private boolean mayTry(String address) {
        return limits.take("desk-code:" + Network.of(address).text(), PER_ADDRESS, LIFETIME)
                && limits.take("desk-code", EVERYWHERE, Duration.ofHours(1));
    }

    private Optional<DeskVisit> judge(DeskCodeRows.Row row) {
        String rejected = rejected(row);
        if (rejected != null) {
            audit(AuditEventType.DESK_CODE_REJECTED, row, Map.of("because", rejected));
            return Optional.empty();
        }
        rows.used(row, clock.instant());
        DeskVisit visit = visits.begin(row.opens(), row.officer());
        audit(
                AuditEventType.DESK_CODE_ACCEPTED,
                row,
                Map.of("deskOfficer", row.officer().toString()));
        return Optional.of(visit);
    }

    private @Nullable String rejected(DeskCodeRows.Row row) {
        if (row.used()) {
            return "used";
        }
        if (row.replaced()) {
            return "replaced";
        }
        if (!clock.instant().isBefore(row.expiresAt())) {
            return "expired";
        }
        boolean same = signatories.get(row.opens().signatoryId()).version()
                == row.opens().personVersion();
        return same ? null : "person replaced";
    }

    private void audit(AuditEventType type, DeskCodeRows.Row row, Map<String, String> details) {
        audit.append(
                row.opens().declarationId(),
                new AuditEvent(type, SigningCodes.actor(row.opens().signatoryId()), details));
    }
}
