package org.alternat.pades;

import java.util.List;
import java.util.Map;
import org.alternat.pades.ChainState.FontReference;

/**
 * What a signature looks like on the page: vector text in the embedded font, the name first and larger, a thin rule in ink
 * blue at its left. Long lines are broken and set smaller, as little as it takes; only what fits nowhere is squeezed.
 */
final class SignatureAppearance {

    private static final double PADDING = 7;
    private static final double TOP = 6;
    private static final double BOTTOM = 4;
    private static final double NAME_LEADING = 0.95;
    /** Between the lines, in terms of their size: as loose as there is room, and never tighter. */
    private static final double LOOSE = 1.31;

    private static final double TIGHT = 1.16;
    private static final double[] NAME_SIZES = {12.5, 11, 9.5};
    private static final double[] LINE_SIZES = {7.6, 7, 6.4, 5.8, 5.2};

    private SignatureAppearance() {}

    static String content(List<String> lines, double width, double height, Map<FontStyle, FontReference> fonts) {
        StringBuilder content = new StringBuilder();
        if (lines.isEmpty() || height == 0) {
            return "";
        }
        content.append("q 0.086 0.2 0.427 RG 1.2 w 1.5 4 m 1.5 ")
                .append(CosText.number(height - 4))
                .append(" l S Q\n");
        double room = width - 2 * PADDING;
        Setting name = name(lines.get(0), room);
        double y = height - TOP - name.size() * 0.8;
        for (String text : name.lines()) {
            line(content, text, FontStyle.BOLD, name.size(), y, room, fonts);
            y -= name.size() * (name.lines().size() > 1 ? 1.1 : NAME_LEADING);
        }
        Setting rest = rest(lines.subList(1, lines.size()), room, y - BOTTOM);
        double leading = Math.min(
                rest.size() * LOOSE, (y - BOTTOM) / Math.max(1, rest.lines().size() - 1));
        for (String text : rest.lines()) {
            line(content, text, FontStyle.REGULAR, rest.size(), y, room, fonts);
            y -= leading;
        }
        return content.toString();
    }

    /** Lines, and the size in which they are set. */
    private record Setting(List<String> lines, double size) {}

    private static Setting name(String name, double room) {
        for (double size : NAME_SIZES) {
            if (LineBreaks.fit(List.of(name), FontStyle.BOLD, size, room)) {
                return new Setting(List.of(name), size);
            }
        }
        double smallest = NAME_SIZES[NAME_SIZES.length - 1];
        return new Setting(LineBreaks.of(name, FontStyle.BOLD, smallest, room, 2), smallest);
    }

    /** @param height from the first baseline to where the last may stand */
    private static Setting rest(List<String> lines, double room, double height) {
        Setting set = new Setting(List.of(), LINE_SIZES[0]);
        for (double size : LINE_SIZES) {
            List<String> broken = lines.stream()
                    .filter(line -> !line.isBlank())
                    .flatMap(line -> LineBreaks.of(line, FontStyle.REGULAR, size, room, 3).stream())
                    .toList();
            set = new Setting(broken, size);
            if ((broken.size() - 1) * size * TIGHT <= height && LineBreaks.fit(broken, FontStyle.REGULAR, size, room)) {
                return set;
            }
        }
        return set;
    }

    private static void line(
            StringBuilder content,
            String text,
            FontStyle style,
            double size,
            double y,
            double room,
            Map<FontStyle, FontReference> fonts) {
        FontReference reference = fonts.get(style);
        if (reference == null) {
            return;
        }
        EmbeddedFont font = EmbeddedFont.of(style);
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
