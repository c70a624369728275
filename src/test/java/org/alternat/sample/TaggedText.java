package org.alternat.sample;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** A tagged PDF as a screen reader reads it: in the order of its structure tree, whatever the order of painting. */
final class TaggedText {

    private final Map<COSDictionary, Map<Integer, String>> contents = new HashMap<>();

    TaggedText(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> texts = new HashMap<>();
            collect(extractor.getMarkedContents(), texts);
            contents.put(page.getCOSObject(), texts);
        }
    }

    String of(PDStructureElement element) {
        StringBuilder text = new StringBuilder();
        append(element, element.getPage(), text);
        return text.toString();
    }

    private void append(PDStructureElement element, PDPage inherited, StringBuilder text) {
        PDPage page = element.getPage() == null ? inherited : element.getPage();
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement child) {
                append(child, page, text);
            } else if (kid instanceof PDMarkedContentReference reference) {
                text.append(textOf(reference.getPage(), reference.getMCID()));
            } else if (kid instanceof Integer mcid) {
                text.append(textOf(page, mcid));
            }
        }
        if (!"Span".equals(element.getStructureType())) {
            text.append('\n');
        }
    }

    private String textOf(PDPage page, int mcid) {
        return contents.get(page.getCOSObject()).get(mcid);
    }

    private static void collect(List<PDMarkedContent> marked, Map<Integer, String> texts) {
        for (PDMarkedContent content : marked) {
            StringBuilder text = new StringBuilder();
            for (Object part : content.getContents()) {
                if (part instanceof TextPosition position) {
                    text.append(position.getUnicode());
                } else if (part instanceof PDMarkedContent inner) {
                    collect(List.of(inner), texts);
                }
            }
            texts.put(content.getMCID(), text.toString());
        }
    }
}
