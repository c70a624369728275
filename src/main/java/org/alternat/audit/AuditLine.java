package org.alternat.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The written form of an entry: one JSON object on one line, keys in a fixed order, details sorted by key. Its SHA-256 is
 * the entry's hash, so that anybody can recompute the chain from the exported lines with a text editor and a hash tool.
 */
final class AuditLine {

    private static final JsonMapper JSON = new JsonMapper();

    private AuditLine() {}

    /** The line that is hashed: it holds the previous hash, not its own. */
    static String hashed(DeclarationId declarationId, long number, Instant at, AuditEvent event, Sha256 previous) {
        return JSON.writeValueAsString(node(declarationId, number, at, event, previous));
    }

    /** The line that is exported: the hashed one with its own hash appended as the last key. */
    static String exported(AuditEntry entry) {
        ObjectNode node = node(entry.declarationId(), entry.number(), entry.at(), entry.event(), entry.previous());
        node.put("hash", entry.hash().hex());
        return JSON.writeValueAsString(node);
    }

    static Sha256 hash(DeclarationId declarationId, long number, Instant at, AuditEvent event, Sha256 previous) {
        return Sha256.of(hashed(declarationId, number, at, event, previous).getBytes(StandardCharsets.UTF_8));
    }

    static String details(Map<String, String> details) {
        return JSON.writeValueAsString(details);
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> details(String json) {
        return JSON.readValue(json, Map.class);
    }

    private static ObjectNode node(
            DeclarationId declarationId, long number, Instant at, AuditEvent event, Sha256 previous) {
        ObjectNode node = JSON.createObjectNode();
        node.put("declaration", declarationId.toString());
        node.put("number", number);
        node.put("at", at.toString());
        node.put("type", event.type().name());
        node.put("actor", event.actor());
        ObjectNode details = node.putObject("details");
        event.details().forEach(details::put);
        node.put("previous", previous.hex());
        return node;
    }
}
