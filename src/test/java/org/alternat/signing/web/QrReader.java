package org.alternat.signing.web;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The camera of a tablet: finds the QR code in a picture and reads it. */
final class QrReader {

    private static final Pattern SVG =
            Pattern.compile("class=\"qr\"[^>]*viewBox=\"0 0 (\\d+) \\d+\"[^>]*><path d=\"([^\"]+)\"");
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int PIXELS = 6;

    private QrReader() {}

    static String read(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                    .getText();
        } catch (NotFoundException nothing) {
            throw new AssertionError("the picture shows no QR code", nothing);
        } catch (ReaderException unreadable) {
            throw new AssertionError("the QR code in the picture cannot be read", unreadable);
        }
    }

    /** As {@link #read(BufferedImage)}, of the drawing in a page. */
    static String read(String page) {
        Matcher svg = SVG.matcher(page);
        if (!svg.find()) {
            throw new AssertionError("the page draws no QR code");
        }
        int side = Integer.parseInt(svg.group(1)) * PIXELS;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        Matcher module = MODULE.matcher(svg.group(2));
        while (module.find()) {
            pen.fillRect(
                    Integer.parseInt(module.group(1)) * PIXELS,
                    Integer.parseInt(module.group(2)) * PIXELS,
                    PIXELS,
                    PIXELS);
        }
        pen.dispose();
        return read(picture);
    }
}
