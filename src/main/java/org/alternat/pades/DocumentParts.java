package org.alternat.pades;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alternat.pades.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/**
 * Says of each object to which part of the document it belongs, by the first way that leads to it. Reads the whole file, so
 * it is asked only when something has changed that the white list does not explain.
 */
final class DocumentParts {

    /** Ways that lead up or across, not into a part. */
    private static final Set<COSName> NOT_FOLLOWED = Set.of(COSName.PARENT, COSName.P, COSName.getPDFName("Popup"));

    private static final Set<COSName> NO_PART =
            Set.of(COSName.PAGES, COSName.ACRO_FORM, COSName.METADATA, RevisionComparison.DSS, COSName.TYPE);
    private static final int MAX_PAGES = 50_000;

    private final RevisionView view;
    private final Map<Long, RevisionChange> parts = new HashMap<>();
    private final List<Page> pages = new ArrayList<>();

    DocumentParts(RevisionView view) {
        this.view = view;
        COSDictionary catalog = view.catalog();
        if (catalog != null) {
            CosValues.forEachReference(
                    view.trailer().getItem(COSName.ROOT), root -> put(root, Kind.CATALOGUE_CHANGED, ""));
            addPages(catalog.getItem(COSName.PAGES), 0);
            addFields(view.dictionary(catalog, COSName.ACRO_FORM));
            pages.forEach(this::addPage);
            for (COSName key : catalog.keySet()) {
                if (!NO_PART.contains(key)) {
                    Kind kind = RevisionComparison.kindOfCatalogueEntry(key);
                    follow(catalog.getItem(key), kind, key.getName());
                }
            }
        }
    }

    /** A page and its place, counted from 1. */
    record Page(long number, int place, COSDictionary dictionary) {}

    List<Page> pages() {
        return pages;
    }

    /** Those of the numbers that belong to a part, each with what a change of it would be called. */
    Map<Long, RevisionChange> among(Set<Long> numbers) {
        Map<Long, RevisionChange> found = new HashMap<>(parts);
        found.keySet().retainAll(numbers);
        return found;
    }

    private void put(long number, Kind kind, String subject) {
        parts.putIfAbsent(number, new RevisionChange(kind, subject));
    }

    private void addPages(@Nullable COSBase node, int depth) {
        if (depth > 64 || pages.size() > MAX_PAGES) {
            throw new MalformedPdfException("the page tree is too deep or too long");
        }
        long number = node instanceof COSObject reference ? reference.getKey().getNumber() : -1;
        if (!(view.resolve(node) instanceof COSDictionary dictionary) || parts.containsKey(number)) {
            return;
        }
        COSArray kids = view.array(dictionary, COSName.KIDS);
        if (kids == null) {
            pages.add(new Page(number, pages.size() + 1, dictionary));
            put(number, Kind.PAGE_CHANGED, place(pages.size()));
            return;
        }
        put(number, Kind.PAGES_CHANGED, "");
        for (int i = 0; i < kids.size(); i++) {
            addPages(kids.get(i), depth + 1);
        }
        follow(dictionary.getItem(COSName.RESOURCES), Kind.PAGE_RESOURCES_CHANGED, "");
        follow(dictionary.getItem(COSName.KIDS), Kind.PAGES_CHANGED, "");
    }

    private void addPage(Page page) {
        COSDictionary dictionary = page.dictionary();
        follow(dictionary.getItem(COSName.CONTENTS), Kind.PAGE_CONTENT_CHANGED, place(page.place()));
        follow(dictionary.getItem(COSName.RESOURCES), Kind.PAGE_RESOURCES_CHANGED, place(page.place()));
        follow(dictionary.getItem(COSName.ANNOTS), Kind.ANNOTATION_CHANGED, place(page.place()));
        follow(dictionary.getItem(COSName.AA), Kind.ACTION_CHANGED, COSName.AA.getName());
        follow(dictionary, Kind.PAGE_CHANGED, place(page.place()));
    }

    private void addFields(@Nullable COSDictionary form) {
        for (FormFields.Field field : FormFields.of(view, form).values()) {
            for (long number : field.objects()) {
                put(number, Kind.FIELD_CHANGED, field.name());
                IndirectObject object = view.object(number);
                if (object != null) {
                    follow(object.value(), Kind.FIELD_CHANGED, field.name());
                }
            }
        }
    }

    private void follow(@Nullable COSBase from, Kind kind, String subject) {
        Deque<Long> open = new ArrayDeque<>();
        forEachReference(from, open);
        while (!open.isEmpty()) {
            long number = open.pop();
            if (!parts.containsKey(number)) {
                put(number, kind, subject);
                IndirectObject object = view.object(number);
                forEachReference(object == null ? null : object.value(), open);
            }
        }
    }

    private static void forEachReference(@Nullable COSBase value, Deque<Long> open) {
        if (value instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                if (!NOT_FOLLOWED.contains(key)) {
                    CosValues.forEachReference(dictionary.getItem(key), open::add);
                }
            }
        } else {
            CosValues.forEachReference(value, open::add);
        }
    }

    private static String place(int place) {
        return Integer.toString(place);
    }
}
