package org.alternat.mail;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.alternat.shared.EuropeanEmblem;
import org.alternat.shared.EuropeanEmblem.Corner;

/** The emblem of the European Union as a PNG: mail programs show no SVG. */
final class EmblemPicture {

    /** Three times what is shown, for fine screens. */
    private static final int HOIST = 96;

    private static final byte[] PNG = draw();

    private EmblemPicture() {}

    static byte[] png() {
        return PNG.clone();
    }

    private static byte[] draw() {
        int fly = (int) Math.round(HOIST * EuropeanEmblem.FLY);
        BufferedImage field = new BufferedImage(fly, HOIST, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = field.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(EuropeanEmblem.BLUE));
            pen.fillRect(0, 0, fly, HOIST);
            pen.setColor(new Color(EuropeanEmblem.YELLOW));
            EuropeanEmblem.stars().forEach(star -> pen.fill(outline(star)));
        } finally {
            pen.dispose();
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(field, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path2D outline(List<Corner> star) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(star.get(0).x() * HOIST, star.get(0).y() * HOIST);
        star.stream().skip(1).forEach(corner -> path.lineTo(corner.x() * HOIST, corner.y() * HOIST));
        path.closePath();
        return path;
    }
}
