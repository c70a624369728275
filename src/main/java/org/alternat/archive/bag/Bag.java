package org.alternat.archive.bag;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A bag of BagIt 1.0 (RFC 8493) with manifests of SHA-256 and SHA-512. Payload paths are plain ASCII, so that nothing in a
 * manifest needs an escape and every file system can hold them.
 */
public final class Bag {

    private static final Pattern PLAIN_PATH =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private static final Map<String, String> ALGORITHMS = algorithms();

    private final SortedMap<String, byte[]> payload = new TreeMap<>();

    /**
     * Puts a file into the payload.
     *
     * @param path below {@code data/}
     * @throws IllegalArgumentException when the path is not plain, or taken
     */
    public void add(String path, byte[] content) {
        if (!PLAIN_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a plain path: " + path);
        }
        if (payload.putIfAbsent("data/" + path, content) != null) {
            throw new IllegalArgumentException("twice in one bag: " + path);
        }
    }

    /** Puts a text into the payload, in UTF-8. */
    public void add(String path, String content) {
        add(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands in {@code bag-info.txt} besides the sizes (RFC 8493, section 2.2.2). */
    public record Info(
            String externalIdentifier, String externalDescription, String internalIdentifier, LocalDate baggingDate) {}

    /**
     * Closes the bag: the same payload, information and time give the same bytes.
     *
     * @param time the time of every file in the zip
     */
    public byte[] toZip(Info info, Instant time) {
        Map<String, byte[]> tags = new TreeMap<>();
        tags.put("bagit.txt", utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        tags.put("bag-info.txt", utf8(information(info)));
        ALGORITHMS.forEach((name, algorithm) -> tags.put("manifest-" + name + ".txt", manifest(payload, algorithm)));
        Map<String, byte[]> tagManifests = new TreeMap<>();
        ALGORITHMS.forEach(
                (name, algorithm) -> tagManifests.put("tagmanifest-" + name + ".txt", manifest(tags, algorithm)));
        String top = info.externalIdentifier() + "/";
        Map<String, byte[]> files = new LinkedHashMap<>();
        tags.forEach((path, content) -> files.put(top + path, content));
        tagManifests.forEach((path, content) -> files.put(top + path, content));
        payload.forEach((path, content) -> files.put(top + path, content));
        return StoredZip.of(files, time);
    }

    private String information(Info info) {
        long octets =
                payload.values().stream().mapToLong(content -> content.length).sum();
        return line("External-Identifier", info.externalIdentifier())
                + line("External-Description", info.externalDescription())
                + line("Internal-Sender-Identifier", info.internalIdentifier())
                + line("Bagging-Date", info.baggingDate().toString())
                + line("Payload-Oxum", octets + "." + payload.size())
                + line("Bag-Software-Agent", "Alternat");
    }

    private static String line(String label, String text) {
        return label + ": " + text.replaceAll("\\s+", " ").strip() + "\n";
    }

    private static byte[] manifest(Map<String, byte[]> files, String algorithm) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, content) -> lines.append(digest(algorithm, content))
                .append("  ")
                .append(path)
                .append('\n'));
        return utf8(lines.toString());
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> algorithms() {
        Map<String, String> algorithms = new LinkedHashMap<>();
        algorithms.put("sha256", "SHA-256");
        algorithms.put("sha512", "SHA-512");
        return algorithms;
    }
}
