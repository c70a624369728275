package org.alternat.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * Walks every object of a file, also those that no page reaches: what hides there today can be brought to light by a later
 * revision (the shadow attacks of 2021).
 */
final class ObjectSearch {

    private static final int MAX_OBJECTS = 2_000_000;

    /** Action types that do something (ISO 32000-1, table 198); going to a page or a web address is harmless. */
    private static final Set<String> ACTIVE_ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "ResetForm",
            "Rendition",
            "RichMediaExecute",
            "Sound",
            "Movie",
            "Hide",
            "SetOCGState",
            "Trans",
            "GoToE",
            "GoToR");

    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "AA", "EmbeddedFiles", "EF", "RichMediaContent");

    private boolean signature;
    private boolean activeContent;

    private ObjectSearch() {}

    static ObjectSearch of(COSDocument document) throws IOException {
        ObjectSearch search = new ObjectSearch();
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.add(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSObject object = document.getObjectFromPool(key);
            // The parser only logs what it cannot read; a file with a hole is not a sound one.
            if (object.getObject() == null) {
                throw new IOException("object " + key + " cannot be read");
            }
            open.add(object);
        }
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSObject reference) {
                next = reference.getObject();
            }
            if (next == null || !seen.add(next)) {
                continue;
            }
            if (seen.size() > MAX_OBJECTS) {
                throw new IOException("more than " + MAX_OBJECTS + " objects");
            }
            if (next instanceof COSDictionary dictionary) {
                search.look(dictionary);
                open.addAll(values(dictionary));
            } else if (next instanceof COSArray array) {
                for (COSBase value : array) {
                    if (value != null) {
                        open.add(value);
                    }
                }
            }
        }
        return search;
    }

    private static java.util.List<COSBase> values(COSDictionary dictionary) {
        return dictionary.getValues().stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private void look(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.BYTERANGE)
                || (COSName.SIG.equals(dictionary.getCOSName(COSName.FT)) && dictionary.containsKey(COSName.V))) {
            signature = true;
        }
        COSName action = dictionary.getCOSName(COSName.S);
        if (action != null && ACTIVE_ACTIONS.contains(action.getName())) {
            activeContent = true;
        }
        for (COSName key : dictionary.keySet()) {
            if (ACTIVE_KEYS.contains(key.getName())) {
                activeContent = true;
            }
        }
    }

    boolean signature() {
        return signature;
    }

    boolean activeContent() {
        return activeContent;
    }
}
