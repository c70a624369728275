package org.alternat.pades;

import java.util.List;
import java.util.Map;
import org.alternat.pades.ChainState.FontReference;

/**
 * What a signature looks like on the page: vector text in the embedded font, the name first and larger, a thin rule in ink
 * blue at its left. Every line is set narrower until it fits its box.
 */
final class SignatureAppearance {

    private static final double PADDING = 7;
    private static final double NAME_SIZE = 12.5;
    private static final double LINE_SIZE = 7.6;
    private static final double LINE_HEIGHT = 10;

    private SignatureAppearance() {}

    static String content(List<String> lines, double width, double height, Map<FontStyle, FontReference> fonts) {
        StringBuilder content = new StringBuilder();
        if (lines.isEmpty() || height == 0) {
            return "";
        }
        content.append("q 0.086 0.2 0.427 RG 1.2 w 1.5 4 m 1.5 ")
                .append(CosText.number(height - 4))
                .append(" l S Q\n");
        double y = height - 6 - NAME_SIZE * 0.8;
        line(content, lines.get(0), FontStyle.BOLD, NAME_SIZE, y, width, fonts);
        y -= NAME_SIZE * 0.95;
        for (String text : lines.subList(1, lines.size())) {
            line(content, text, FontStyle.REGULAR, LINE_SIZE, y, width, fonts);
            y -= LINE_HEIGHT;
        }
        return content.toString();
    }

    private static void line(
            StringBuilder content,
            String text,
            FontStyle style,
            double size,
            double y,
            double width,
            Map<FontStyle, FontReference> fonts) {
        FontReference reference = fonts.get(style);
        if (reference == null) {
            return;
        }
        EmbeddedFont font = EmbeddedFont.of(style);
        double room = width - 2 * PADDING;
        double natural = font.width(text, size);
        double narrowing = natural > room ? room / natural : 1;
        content.append("BT 0.07 0.09 0.13 rg /")
                .append(style.resourceName())
                .append(' ')
                .append(CosText.number(size * Math.max(narrowing, 0.6)))
                .append(" Tf ")
                .append(narrowing < 0.6 ? CosText.number(narrowing / 0.6 * 100) + " Tz " : "")
                .append("1 0 0 1 ")
                .append(CosText.number(PADDING))
                .append(' ')
                .append(CosText.number(y))
                .append(" Tm <")
                .append(font.encode(text, reference.glyphs()))
                .append("> Tj ET\n");
    }
}
