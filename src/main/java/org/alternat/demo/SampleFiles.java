package org.alternat.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample declaration as the API takes it. */
public final class SampleFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SampleFiles() {}

    public static byte[] document() {
        return read("declaration.pdf");
    }

    public static String signatories() {
        return new String(read("signatories.csv"), StandardCharsets.UTF_8);
    }

    /** @param deadline a local date and time, or an instant with an offset */
    public static Map<String, Object> declaration(String deadline) {
        JsonNode sample = JSON.readTree(read("sample.json"));
        Map<String, Object> texts = new LinkedHashMap<>();
        for (String language : sample.get("texts").propertyNames()) {
            texts.put(
                    language, new String(read(sample.get("texts").get(language).asString()), StandardCharsets.UTF_8));
        }
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("title", sample.get("title").get("fr").asString());
        declaration.put("placeAndDate", sample.get("placeAndDate").asString());
        declaration.put(
                "languages",
                sample.get("languages").valueStream().map(JsonNode::asString).toList());
        declaration.put("versions", sample.get("versions"));
        declaration.put("zone", sample.get("zone").asString());
        declaration.put("deadline", deadline);
        declaration.put("texts", texts);
        declaration.put("signatoriesCsv", signatories());
        return declaration;
    }

    private static byte[] read(String name) {
        try (InputStream in = SampleFiles.class.getResourceAsStream("/sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the sample has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
