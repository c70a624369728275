package org.alternat.document;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Counts pages by walking the tree (ISO 32000-1, section 7.7.3); a tree that bites its own tail is damaged. */
final class PageCount {

    private static final int MAX_DEPTH = 64;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PageCount() {}

    static int of(COSDictionary catalog) throws IOException {
        int pages = new PageCount().count(catalog.getDictionaryObject(COSName.PAGES), 0);
        if (pages == 0) {
            throw new IOException("there is no page");
        }
        return pages;
    }

    private int count(COSBase node, int depth) throws IOException {
        if (!(node instanceof COSDictionary dictionary) || !seen.add(node) || depth > MAX_DEPTH) {
            throw new IOException("the page tree is broken");
        }
        COSArray kids = dictionary.getCOSArray(COSName.KIDS);
        if (kids == null) {
            return 1;
        }
        int pages = 0;
        for (int i = 0; i < kids.size(); i++) {
            pages += count(kids.getObject(i), depth + 1);
        }
        return pages;
    }
}
