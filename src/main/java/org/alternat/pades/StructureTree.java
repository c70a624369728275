package org.alternat.pades;

import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Adds the signature pages to the text's structure tree (ISO 32000-1, section 14.7): headings, paragraphs, and a
 * {@code Form} element around each field, so that a screen reader meets them in order (PDF/UA-1, clause 7.18). A text that
 * is not tagged stays so: half a tree would be worse than none.
 */
final class StructureTree {

    private static final COSName STRUCT_TREE_ROOT = COSName.STRUCT_TREE_ROOT;
    private static final COSName PARENT_TREE_NEXT_KEY = COSName.PARENT_TREE_NEXT_KEY;
    private static final COSName STRUCT_PARENT = COSName.getPDFName("StructParent");

    private final @Nullable COSDictionary root;
    private final @Nullable COSDictionary section;
    private final COSArray children = new COSArray();
    private final COSArray parentEntries = new COSArray();
    private int nextKey;

    private StructureTree(@Nullable COSDictionary root) {
        this.root = root;
        if (root == null) {
            this.section = null;
            return;
        }
        this.nextKey = nextKey(root);
        this.section = new COSDictionary();
        section.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        section.setItem(COSName.S, COSName.getPDFName("Sect"));
        section.setItem(COSName.K, children);
    }

    static StructureTree of(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        return new StructureTree(catalog.getCOSDictionary(STRUCT_TREE_ROOT));
    }

    boolean isTagged() {
        return root != null;
    }

    /** Collects the marked content of one page. */
    PageMarks page(COSDictionary page) {
        COSArray elements = new COSArray();
        if (root != null) {
            page.setInt(COSName.STRUCT_PARENTS, nextKey);
            parentEntries.add(COSInteger.get(nextKey++));
            parentEntries.add(elements);
        }
        return new PageMarks(page, elements);
    }

    /** The marks of one page: each returns the operators that go before the content. */
    final class PageMarks {

        private final COSDictionary page;
        private final COSArray elements;

        private PageMarks(COSDictionary page, COSArray elements) {
            this.page = page;
            this.elements = elements;
        }

        /** Opens a marked piece of text with a structure element of this type. */
        String begin(String type, @Nullable Locale language) {
            if (section == null) {
                return "";
            }
            COSDictionary element = element(type, language);
            element.setItem(COSName.PG, page);
            element.setItem(COSName.K, COSInteger.get(elements.size()));
            String operators = "/" + type + "<</MCID " + elements.size() + ">>BDC\n";
            elements.add(element);
            return operators;
        }

        /** Opens a picture, with what it shows in words (ISO 32000-1, section 14.9.3). */
        String figure(String alternative, Locale language) {
            String operators = begin("Figure", language);
            if (section != null && elements.getObject(elements.size() - 1) instanceof COSDictionary element) {
                element.setString(COSName.getPDFName("Alt"), alternative);
            }
            return operators;
        }

        /** Opens a piece that is only decoration. */
        String artifact() {
            return section == null ? "" : "/Artifact BMC\n";
        }

        String end() {
            return section == null ? "" : "EMC\n";
        }

        /** Puts a field's widget into a Form element of its own. */
        void form(COSDictionary widget, Locale language) {
            if (section == null) {
                return;
            }
            COSDictionary reference = new COSDictionary();
            reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
            reference.setItem(COSName.OBJ, widget);
            reference.setItem(COSName.PG, page);
            reference.setDirect(true);
            COSDictionary element = element("Form", language);
            element.setItem(COSName.PG, page);
            element.setItem(COSName.K, reference);
            widget.setInt(STRUCT_PARENT, nextKey);
            parentEntries.add(COSInteger.get(nextKey++));
            parentEntries.add(element);
        }
    }

    private COSDictionary element(String type, @Nullable Locale language) {
        COSDictionary element = new COSDictionary();
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setItem(COSName.S, COSName.getPDFName(type));
        element.setItem(COSName.P, section);
        if (language != null) {
            element.setString(COSName.LANG, language.toLanguageTag());
        }
        children.add(element);
        return element;
    }

    /** Hangs the section under the root (or its one Document element) and the new keys into the parent tree. */
    void close() {
        if (root == null || section == null) {
            return;
        }
        COSDictionary parent = documentElement(root);
        section.setItem(COSName.P, parent);
        appendChild(parent, section);
        COSDictionary parentTree = root.getCOSDictionary(COSName.PARENT_TREE);
        if (parentTree == null) {
            parentTree = new COSDictionary();
            parentTree.setItem(COSName.NUMS, new COSArray());
            root.setItem(COSName.PARENT_TREE, parentTree);
        }
        COSArray kids = parentTree.getCOSArray(COSName.KIDS);
        COSArray numbers = parentTree.getCOSArray(COSName.NUMS);
        if (kids != null) {
            kids.add(leaf());
        } else if (numbers != null) {
            numbers.addAll(parentEntries);
            parentTree.setItem(COSName.NUMS, numbers);
        }
        root.setInt(PARENT_TREE_NEXT_KEY, nextKey);
    }

    private COSDictionary leaf() {
        COSArray limits = new COSArray();
        limits.add(parentEntries.getObject(0));
        limits.add(COSInteger.get(nextKey - 1));
        COSDictionary leaf = new COSDictionary();
        leaf.setItem(COSName.LIMITS, limits);
        leaf.setItem(COSName.NUMS, parentEntries);
        return leaf;
    }

    private static COSDictionary documentElement(COSDictionary root) {
        var kid = root.getDictionaryObject(COSName.K);
        if (kid instanceof COSArray array && array.size() == 1) {
            kid = array.getObject(0);
        }
        return kid instanceof COSDictionary dictionary
                        && COSName.getPDFName("Document").equals(dictionary.getCOSName(COSName.S))
                ? dictionary
                : root;
    }

    private static void appendChild(COSDictionary parent, COSDictionary child) {
        var kids = parent.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            array.add(child);
            parent.setItem(COSName.K, array);
        } else {
            COSArray array = new COSArray();
            if (kids != null) {
                array.add(parent.getItem(COSName.K));
            }
            array.add(child);
            parent.setItem(COSName.K, array);
        }
    }

    private static int nextKey(COSDictionary root) {
        int declared = root.getInt(PARENT_TREE_NEXT_KEY, -1);
        return declared >= 0 ? declared : 1 + highestKey(root.getCOSDictionary(COSName.PARENT_TREE));
    }

    private static int highestKey(@Nullable COSDictionary node) {
        if (node == null) {
            return -1;
        }
        int highest = -1;
        COSArray numbers = node.getCOSArray(COSName.NUMS);
        for (int i = 0; numbers != null && i < numbers.size(); i += 2) {
            highest = Math.max(highest, numbers.getInt(i));
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                highest = Math.max(highest, highestKey(kid));
            }
        }
        return highest;
    }
}
