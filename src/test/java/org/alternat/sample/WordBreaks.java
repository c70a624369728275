package org.alternat.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Gives every line its closing space back. The renderer trims it, although a tagged PDF marks each word break by a space
 * (ISO 32000-1, 14.8.2.5): without it a reader that follows the tags says the last word of a line and the first of the
 * next as one.
 */
final class WordBreaks {

    private final COSString space;

    WordBreaks(byte[] spaceCode) {
        space = new COSString(spaceCode);
    }

    void restore(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            List<Object> tokens = new PDFStreamParser(page).parse();
            COSArray line = null;
            float baseline = Float.NaN;
            float current = Float.NaN;
            for (int i = 0; i < tokens.size(); i++) {
                String operator = tokens.get(i) instanceof Operator found ? found.getName() : "";
                if (operator.equals("Tm")) {
                    current = ((COSNumber) tokens.get(i - 1)).floatValue();
                } else if (operator.equals("Tj") || operator.equals("TJ")) {
                    if (line != null && current != baseline) {
                        line.add(space);
                    }
                    line = asArray(tokens, i);
                    baseline = current;
                }
            }
            if (line != null) {
                line.add(space);
            }
            PDStream content = new PDStream(pdf);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(tokens);
            }
            page.setContents(content);
        }
    }

    /** Turns a plain Tj into a TJ, whose array can grow. */
    private static COSArray asArray(List<Object> tokens, int operator) {
        if (tokens.get(operator - 1) instanceof COSArray array) {
            return array;
        }
        COSArray array = new COSArray(Arrays.asList((COSString) tokens.get(operator - 1)));
        tokens.set(operator - 1, array);
        tokens.set(operator, Operator.getOperator("TJ"));
        return array;
    }
}
