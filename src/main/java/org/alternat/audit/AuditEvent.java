package org.alternat.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * What happened, before it has its place in the trail.
 *
 * @param actor who did it: {@code service}, {@code organiser:<id>}, {@code signatory:<id>}, {@code archivist:<id>}
 * @param details ids, digests and numbers; never a name, an address, a token or a code
 */
public record AuditEvent(AuditEventType type, String actor, Map<String, String> details) {

    public static final String SERVICE = "service";

    public AuditEvent {
        details = new TreeMap<>(details);
    }

    /** Something that the service did by itself. */
    public static AuditEvent byService(AuditEventType type, Map<String, String> details) {
        return new AuditEvent(type, SERVICE, details);
    }
}
