package org.alternat.circulation;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.alternat.shared.Sha256;
import org.camunda.bpm.engine.delegate.VariableScope;

/** {@code processes/fresh-link.bpmn} in words of Java: key, elements, variables. Nothing else spells them. */
final class FreshLinkProcess {

    static final String KEY = "fresh-link";

    static final String SEND_FRESH_LINK = "Task_SendFreshLink";

    private static final String LINK_SHA256 = "linkSha256"; // String, the digest of an earlier link and never a link
    private static final String ASKED_AT = "askedAt"; // Date

    private FreshLinkProcess() {}

    static Map<String, Object> startingWith(Sha256 link, Instant askedAt) {
        return Map.of(LINK_SHA256, link.hex(), ASKED_AT, Date.from(askedAt));
    }

    static Sha256 link(VariableScope scope) {
        return new Sha256((String) scope.getVariable(LINK_SHA256));
    }

    static Instant askedAt(VariableScope scope) {
        return ((Date) scope.getVariable(ASKED_AT)).toInstant();
    }
}
