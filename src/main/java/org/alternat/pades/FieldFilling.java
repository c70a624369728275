package org.alternat.pades;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.alternat.pades.FormFields.Field;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/**
 * A field that is no signature field gets another value, and shows it. An appearance that changes without a value is no
 * filling: then the field shows something that it does not say.
 */
final class FieldFilling {

    /** ISO 32000-2, tables 166, 226, 228 and 230. */
    private static final Set<COSName> GOES_ALONG = Set.of(
            COSName.V,
            COSName.AP,
            COSName.AS,
            COSName.M,
            COSName.RV,
            COSName.getPDFName("I"),
            COSName.getPDFName("TI"));

    private final RevisionComparison comparison;

    FieldFilling(RevisionComparison comparison) {
        this.comparison = comparison;
    }

    static boolean isFilled(Field old, Field now) {
        return !now.isSignatureField()
                && !old.isSignatureField()
                && CosValues.differingKeys(old.dictionary(), now.dictionary()).contains(COSName.V);
    }

    static boolean goesAlong(COSName key) {
        return GOES_ALONG.contains(key);
    }

    /** The pictures of the field that were there and were drawn anew, if nothing else shows them. */
    void explainPicture(@Nullable COSBase was, @Nullable COSBase now) {
        if (now instanceof COSObject reference) {
            long number = reference.getKey().getNumber();
            IndirectObject picture = comparison.after().object(number);
            if (picture == null || !CosValues.same(was, now)) {
                return;
            }
            if (picture.isStream()) {
                explainPicture(number, picture);
                return;
            }
        }
        if (comparison.after().resolve(now) instanceof COSDictionary states
                && comparison.before().resolve(was) instanceof COSDictionary old) {
            for (COSName key : states.keySet()) {
                explainPicture(old.getItem(key), states.getItem(key));
            }
        }
    }

    private void explainPicture(long number, IndirectObject picture) {
        if (comparison.isChanged(number)
                && references(comparison.before(), number) == 1
                && references(comparison.after(), number) == 1) {
            comparison.explain(number);
            comparison.explainNew(picture.value());
        }
    }

    private static int references(RevisionView view, long wanted) {
        int found = 0;
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        CosValues.forEachReference(view.trailer(), open::add);
        while (!open.isEmpty()) {
            long number = open.pop();
            if (number == wanted) {
                found++;
            }
            if (seen.add(number)) {
                IndirectObject object = view.object(number);
                CosValues.forEachReference(object == null ? null : object.value(), open::add);
            }
        }
        return found;
    }
}
