package org.alternat.archive.web;

import java.time.Instant;
import java.util.function.Function;
import org.alternat.audit.AuditEntry;

/**
 * One line of the chain of custody or of the access log.
 *
 * @param number in the audit trail
 * @param what the last part of a message key
 * @param role the last part of a message key: service, organiser, archivist, auditor
 * @param who a name; empty for the service, and for somebody whose name is not known
 * @param outcome of a check, true or false; empty for everything else
 */
record CustodyRow(long number, String what, Instant at, String role, String who, String outcome) {

    /** @param names of the staff by the id that the trail holds */
    static CustodyRow of(AuditEntry entry, Function<String, String> names) {
        String[] actor = entry.event().actor().split(":", 2);
        return new CustodyRow(
                entry.number(),
                entry.event().type().name(),
                entry.at(),
                actor[0],
                actor.length == 2 ? names.apply(actor[1]) : "",
                entry.event().details().getOrDefault("intact", ""));
    }
}
