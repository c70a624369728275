package org.alternat.archive.contents;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON that people read too, with the same bytes on every platform: keys in the order of writing, line feeds. */
final class StableJson {

    private static final JsonMapper JSON = new JsonMapper();

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);

    private StableJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A record as an object, its components in their order. */
    static ObjectNode tree(Record values) {
        return JSON.valueToTree(values);
    }

    static String text(ObjectNode node) {
        return JSON.writer().with(PRINTER).writeValueAsString(node) + "\n";
    }

    /** Both readings of an instant (ISO 8601): UTC, and the declaration's zone with its offset. */
    static void putInstant(ObjectNode node, String key, @Nullable Instant instant, ZoneId zone) {
        if (instant != null) {
            node.putObject(key)
                    .put("utc", instant.toString())
                    .put("local", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
        }
    }
}
