package org.alternat.declaration.input;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A logo as we keep it: drawn anew from what was uploaded, so that nothing but its pixels comes in. PNG and JPEG only; an SVG is a
 * document that can hold links and scripts.
 *
 * @param png its bytes
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent")
record LogoImage(byte[] png, int width, int height) {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_SIDE = 4000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /** Twice what is ever shown: sharp on fine screens and on paper, and small enough for every letter. */
    private static final int KEPT_WIDTH = 480;

    private static final int KEPT_HEIGHT = 160;

    static Checked<LogoImage> read(Upload upload) {
        if (upload.length() > MAX_BYTES) {
            return fault("declaration.input.logoTooLarge");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload.toByteArray()))) {
            ImageReader reader = reader(in);
            if (reader == null) {
                return fault("declaration.input.logoType");
            }
            try {
                reader.setInput(in, true, true);
                // Asked before a pixel is read: a small file can claim a picture that fills the memory.
                if (reader.getWidth(0) > MAX_SIDE || reader.getHeight(0) > MAX_SIDE) {
                    return fault("declaration.input.logoTooLarge");
                }
                return new Checked.Valid<>(drawn(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The readers of damaged pictures throw what they like.
            return fault("declaration.input.logoType");
        }
    }

    private static @Nullable ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            return null;
        }
        ImageReader reader = readers.next();
        return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) ? reader : null;
    }

    private static LogoImage drawn(BufferedImage given) throws IOException {
        double scale =
                Math.min(1, Math.min((double) KEPT_WIDTH / given.getWidth(), (double) KEPT_HEIGHT / given.getHeight()));
        int width = Math.max(1, (int) Math.round(given.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(given.getHeight() * scale));
        BufferedImage kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = kept.createGraphics();
        try {
            pen.setColor(java.awt.Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            pen.drawImage(given, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(kept, "png", out);
        return new LogoImage(out.toByteArray(), width, height);
    }

    private static Checked<LogoImage> fault(String key) {
        return new Checked.Invalid<>(List.of(InputError.of("logo", key)));
    }
}
