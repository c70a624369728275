package org.alternat.pades;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A typeface of ours (Gentium Book Plus, OFL): which glyph a character has and how wide it is. Read once per process and
 * without PDFBox's document classes, so that an appearance costs next to nothing.
 */
final class EmbeddedFont {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Map<FontStyle, EmbeddedFont> LOADED = new EnumMap<>(FontStyle.class);

    private final byte[] file;
    private final CmapLookup characters;
    private final int[] widths;
    private final int unitsPerEm;

    private EmbeddedFont(FontStyle style) {
        try (InputStream in = EmbeddedFont.class.getResourceAsStream("/fonts/" + style.fileName())) {
            if (in == null) {
                throw new IllegalStateException("the font " + style.fileName() + " is missing");
            }
            this.file = in.readAllBytes();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                this.characters = font.getUnicodeCmapLookup();
                this.unitsPerEm = font.getUnitsPerEm();
                this.widths = new int[font.getNumberOfGlyphs()];
                for (int glyph = 0; glyph < widths.length; glyph++) {
                    widths[glyph] = font.getAdvanceWidth(glyph);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized EmbeddedFont of(FontStyle style) {
        return LOADED.computeIfAbsent(style, EmbeddedFont::new);
    }

    byte[] file() {
        return file;
    }

    int glyph(int codePoint) {
        return characters.getGlyphId(codePoint);
    }

    /** Every character that a name in a European language may need, whoever replaces whom later. */
    static void forEachCoveredCharacter(java.util.function.IntConsumer action) {
        int[][] ranges = {
            {0x20, 0x7E},
            {0xA0, 0x17F},
            {0x192, 0x192},
            {0x1CD, 0x1DC},
            {0x1E6, 0x1E7},
            {0x218, 0x21B},
            {0x386, 0x3CE},
            {0x400, 0x45F},
            {0x490, 0x491},
            {0x1E02, 0x1E03},
            {0x1E80, 0x1E85},
            {0x1E9E, 0x1E9E},
            {0x1EF2, 0x1EF3},
            {0x2010, 0x2022},
            {0x2026, 0x2026},
            {0x202F, 0x202F},
            {0x2030, 0x2030},
            {0x2039, 0x203A},
            {0x20AC, 0x20AC},
            {0x2116, 0x2116},
            {0x2122, 0x2122}
        };
        for (int[] range : ranges) {
            for (int codePoint = range[0]; codePoint <= range[1]; codePoint++) {
                action.accept(codePoint);
            }
        }
    }

    /** Width in points of a line set at the size given. */
    double width(String text, double size) {
        return text.codePoints()
                        .mapToLong(codePoint -> widths[glyph(codePoint)])
                        .sum()
                * size
                / unitsPerEm;
    }

    /**
     * The line as glyph numbers in hexadecimal, for a font with Identity-H encoding. A character whose glyph is not in the
     * file is written without its diacritics, and left out if that is not there either: see {@link #shows}.
     */
    String encode(String text, BitSet glyphsInFile) {
        StringBuilder hex = new StringBuilder(text.length() * 4);
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(codePoint -> {
            for (int shown : legible(codePoint, glyphsInFile)) {
                hex.append(HEX.toHexDigits((char) glyph(shown)));
            }
        });
        return hex.toString();
    }

    /** True when every letter of the text can be read in what {@link #encode} makes of it. */
    boolean shows(String text, BitSet glyphsInFile) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .allMatch(codePoint -> legible(codePoint, glyphsInFile).length > 0);
    }

    private int[] legible(int codePoint, BitSet glyphsInFile) {
        IntPredicate inFile = shown -> glyph(shown) != 0 && glyphsInFile.get(glyph(shown));
        if (inFile.test(codePoint)) {
            return new int[] {codePoint};
        }
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .filter(inFile)
                .toArray();
    }
}
