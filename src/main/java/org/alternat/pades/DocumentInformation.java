package org.alternat.pades;

import java.util.Set;
import org.alternat.pades.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** The statements about the document, in the information dictionary and in XMP: only dates and the producer may change. */
final class DocumentInformation {

    private static final Set<COSName> FREE = Set.of(COSName.MOD_DATE, COSName.CREATION_DATE, COSName.PRODUCER);
    private static final int MAX_LENGTH = 512;

    private final RevisionComparison comparison;

    DocumentInformation(RevisionComparison comparison) {
        this.comparison = comparison;
    }

    void compare(COSDictionary oldCatalog, COSDictionary newCatalog) {
        compareInformation();
        compareMetadata(oldCatalog, newCatalog);
    }

    private void compareInformation() {
        COSDictionary was = comparison.before().dictionary(comparison.before().trailer(), COSName.INFO);
        COSDictionary now = comparison.after().dictionary(comparison.after().trailer(), COSName.INFO);
        CosValues.forEachReference(comparison.after().trailer().getItem(COSName.INFO), comparison::explainUnlessShared);
        COSDictionary old = was == null ? new COSDictionary() : was;
        COSDictionary current = now == null ? new COSDictionary() : now;
        for (COSName key : CosValues.differingKeys(old, current)) {
            boolean free = FREE.contains(key) && isShort(current, key);
            comparison.report(free ? Kind.METADATA_UPDATED : Kind.METADATA_CHANGED, free ? "" : key.getName());
        }
    }

    private boolean isShort(COSDictionary information, COSName key) {
        return !(comparison.after().resolve(information.getItem(key)) instanceof COSString text)
                || text.getBytes().length <= MAX_LENGTH;
    }

    private void compareMetadata(COSDictionary oldCatalog, COSDictionary newCatalog) {
        IndirectObject old = stream(comparison.before(), oldCatalog);
        IndirectObject now = stream(comparison.after(), newCatalog);
        if (old == null && now == null) {
            return;
        }
        if (old != null
                && now != null
                && now.saysTheSameAs(old, comparison.after().file())) {
            return;
        }
        if (now != null) {
            comparison.explainUnlessShared(now.number());
        }
        boolean same =
                now != null && XmpStatements.of(data(now)).equals(old == null ? null : XmpStatements.of(data(old)));
        comparison.report(same ? Kind.METADATA_UPDATED : Kind.METADATA_CHANGED, same ? "" : "XMP");
    }

    private static @Nullable IndirectObject stream(RevisionView view, COSDictionary catalog) {
        if (!(catalog.getItem(COSName.METADATA) instanceof COSObject reference)) {
            return null;
        }
        IndirectObject object = view.object(reference.getKey().getNumber());
        return object != null && object.isStream() ? object : null;
    }

    private byte[] data(IndirectObject stream) {
        return StreamData.decoded(comparison.after().file(), stream);
    }
}
