package org.alternat.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.unbescape.html.HtmlEscape;

/** Reads from the judge's report in the archival package at which level each signature stands. */
final class ValidationLevels {

    private static final Pattern SIGNATURE = Pattern.compile("(?s)<Signature [^>]*?>.*?</Signature>");
    private static final Pattern LEVEL = Pattern.compile("SignatureFormat=\"([^\"]+)\"");
    private static final Pattern PASSED = Pattern.compile("<Indication>TOTAL_PASSED</Indication>");
    private static final Pattern SIGNER = Pattern.compile("<SignedBy>([^<]+)</SignedBy>");

    private ValidationLevels() {}

    /** Level by the signer's name, of those that passed. */
    static Map<String, String> of(Path bag) throws IOException {
        Map<String, String> levels = new HashMap<>();
        try (ZipFile zip = new ZipFile(bag.toFile())) {
            ZipEntry report = zip.stream()
                    .filter(entry -> entry.getName().endsWith("/validation/simple-report.xml"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the package has no validation report"));
            String xml = new String(zip.getInputStream(report).readAllBytes(), StandardCharsets.UTF_8);
            Matcher signature = SIGNATURE.matcher(xml);
            while (signature.find()) {
                Matcher level = LEVEL.matcher(signature.group());
                Matcher signer = SIGNER.matcher(signature.group());
                if (level.find()
                        && signer.find()
                        && PASSED.matcher(signature.group()).find()) {
                    levels.put(HtmlEscape.unescapeHtml(signer.group(1)), level.group(1));
                }
            }
        }
        return levels;
    }
}
