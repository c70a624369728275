package org.alternat.declaration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.audit.AuditVerification;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, for machines: as a list, as the hashed lines, and the verdict on it. */
@RestController
@RequestMapping("/api/v1/declarations/" + DeclarationPaths.ID + "/audit")
@Tag(name = "Audit trail", description = "What happened to a declaration, each entry bound to the one before")
class AuditApi {

    private final Declarations declarations;
    private final AuditTrail audit;

    AuditApi(Declarations declarations, AuditTrail audit) {
        this.declarations = declarations;
        this.audit = audit;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read the audit trail",
            description = "With Accept: application/jsonl, the exact lines whose SHA-256 the trail chains.")
    List<Entry> entries(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return audit.entries(known(id, by)).stream().map(Entry::of).toList();
    }

    @GetMapping(produces = "application/jsonl")
    String lines(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return audit.jsonLines(known(id, by));
    }

    @GetMapping(path = "/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Recompute every hash of the audit trail and say whether it is intact")
    Verdict verification(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal StaffIdentity by) {
        return Verdict.of(audit.verify(known(id, by)));
    }

    private DeclarationId known(UUID id, StaffIdentity by) {
        return declarations.ofOrganiser(new DeclarationId(id), by).id();
    }

    @Schema(name = "AuditEntry")
    record Entry(
            long number,
            Instant at,
            AuditEventType type,
            String actor,
            Map<String, String> details,
            String previous,
            String hash) {

        static Entry of(AuditEntry entry) {
            return new Entry(
                    entry.number(),
                    entry.at(),
                    entry.event().type(),
                    entry.event().actor(),
                    entry.event().details(),
                    entry.previous().hex(),
                    entry.hash().hex());
        }
    }

    @Schema(name = "AuditVerdict")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(
            boolean intact,

            @Schema(description = "How many entries there are, when intact") @Nullable
            Long entries,

            @Schema(description = "The first entry that is missing, out of place or changed") @Nullable
            Long firstBroken) {

        static Verdict of(AuditVerification verification) {
            return verification.intact()
                    ? new Verdict(true, verification.entries(), null)
                    : new Verdict(false, null, verification.firstBroken().getAsLong());
        }
    }
}
