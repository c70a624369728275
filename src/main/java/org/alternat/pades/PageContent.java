package org.alternat.pades;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alternat.shared.EuropeanEmblem;

/** The content stream of a signature page (ISO 32000-1, section 7.8.2): lines of text, boxes to sign in, rules. */
final class PageContent {

    private final StringBuilder operators = new StringBuilder();
    private final Map<FontStyle, BitSet> glyphs;

    /** @param glyphs of each face, that are in the file */
    PageContent(Map<FontStyle, BitSet> glyphs) {
        this.glyphs = glyphs;
    }

    /** Adds operators as they are. */
    void operators(String text) {
        operators.append(text);
    }

    /** Sets one line, narrower when it would not fit. */
    void text(String line, FontStyle style, double size, double x, double baseline, double room) {
        EmbeddedFont font = EmbeddedFont.of(style);
        double natural = font.width(line, size);
        double fitted = natural > room ? size * room / natural : size;
        operators.append("BT 0.07 0.09 0.13 rg /" + style.resourceName() + " ");
        numbers(fitted);
        operators.append("Tf 1 0 0 1 ");
        numbers(x, baseline);
        operators
                .append("Tm <")
                .append(font.encode(line, Objects.requireNonNull(glyphs.get(style))))
                .append("> Tj ET\n");
    }

    /** A tinted place with a line to sign on. */
    void box(double x, double bottom, double width, double height) {
        operators.append("q 0.965 0.97 0.98 rg ");
        numbers(x, bottom, width, height);
        operators.append("re f Q\nq 0.5 0.55 0.62 RG 0.4 w ");
        line(x, bottom, x + width);
    }

    /** The emblem of the European Union, as high as its hoist. */
    void emblem(double x, double bottom, double hoist) {
        operators.append("q ");
        colour(EuropeanEmblem.BLUE);
        numbers(x, bottom, hoist * EuropeanEmblem.FLY, hoist);
        operators.append("re f\n");
        colour(EuropeanEmblem.YELLOW);
        for (List<EuropeanEmblem.Corner> star : EuropeanEmblem.stars()) {
            String step = "m ";
            for (EuropeanEmblem.Corner corner : star) {
                numbers(x + corner.x() * hoist, bottom + (1 - corner.y()) * hoist);
                operators.append(step);
                step = "l ";
            }
            operators.append("h f\n");
        }
        operators.append("Q\n");
    }

    /** A picture of the page's resources. */
    void image(String name, double x, double bottom, double width, double height) {
        operators.append("q ");
        numbers(width, 0, 0, height, x, bottom);
        operators.append("cm /").append(name).append(" Do Q\n");
    }

    /** A thin rule from edge to edge. */
    void rule(double from, double at, double to) {
        operators.append("q 0.086 0.2 0.427 RG 0.5 w ");
        line(from, at, to);
    }

    byte[] bytes() {
        return operators.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void line(double from, double at, double to) {
        numbers(from, at);
        operators.append("m ");
        numbers(to, at);
        operators.append("l S Q\n");
    }

    private void colour(int rgb) {
        numbers((rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
        operators.append("rg ");
    }

    private void numbers(double... values) {
        for (double value : values) {
            operators.append(CosText.number(value)).append(' ');
        }
    }
}
