package org.alternat.archive.bag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose files are stored, not deflated: the same bytes from every zlib there will ever be, and a damaged package
 * loses only the file that the damage hit. What is large in it, the PDF, is compressed already.
 */
final class StoredZip {

    private StoredZip() {}

    /**
     * Zips the files in the order of the map.
     *
     * @param time the time of every file; as zip has no zone, its UTC
     */
    static byte[] of(Map<String, byte[]> files, Instant time) {
        LocalDateTime stamp = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                files.values().stream().mapToInt(file -> file.length + 512).sum());
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue(), stamp));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content, LocalDateTime stamp) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        // Not setTime: that would write the server's zone into the file.
        entry.setTimeLocal(stamp);
        return entry;
    }
}
