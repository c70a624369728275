package org.alternat.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Looks at the scan of a signed paper before it is kept as it is: a sound PDF without anything active in it, or a PNG or JPEG
 * image whose head can be read. No picture is unpacked.
 */
@Component
public class ScanIntake {

    /** Largest scan, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Longest side of an image, in pixels: A3 at 1200 dpi. */
    private static final int MAX_SIDE = 20_000;

    private final DocumentIntake documents;

    ScanIntake(DocumentIntake documents) {
        this.documents = documents;
    }

    /** What it is; empty when it is no scan that is taken. Never throws for bad input. */
    public Optional<ScanType> examine(byte[] upload) {
        if (upload.length == 0 || upload.length > MAX_BYTES) {
            return Optional.empty();
        }
        if (startsWith(upload, '%', 'P', 'D', 'F', '-')) {
            return documents.examine(upload) instanceof IntakeResult.Accepted
                    ? Optional.of(ScanType.PDF)
                    : Optional.empty();
        }
        if (startsWith(upload, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return readable(upload, ScanType.PNG);
        }
        return startsWith(upload, 0xff, 0xd8, 0xff) ? readable(upload, ScanType.JPEG) : Optional.empty();
    }

    private static Optional<ScanType> readable(byte[] upload, ScanType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.extension());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            return longer > 0 && longer <= MAX_SIDE ? Optional.of(type) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static boolean startsWith(byte[] upload, int... expected) {
        if (upload.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((upload[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
