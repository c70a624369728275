package org.alternat.audit;

import java.time.Instant;

/**
 * What somebody did last, as the audit trail tells it.
 *
 * @param actor who, as in {@link AuditEvent#actor}
 */
public record AuditAct(String actor, AuditEventType type, Instant at) {}
