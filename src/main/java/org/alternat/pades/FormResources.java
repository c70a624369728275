package org.alternat.pades;

import java.util.Set;
import java.util.TreeSet;
import org.alternat.pades.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/** The form's default resources before and after a revision: what was there must stay, more may stand beside it. */
final class FormResources {

    private final RevisionComparison comparison;
    private final RevisionView before;
    private final RevisionView after;

    FormResources(RevisionComparison comparison) {
        this.comparison = comparison;
        this.before = comparison.before();
        this.after = comparison.after();
    }

    void compare(COSDictionary oldForm, COSDictionary newForm) {
        COSDictionary old = before.dictionary(oldForm, COSName.DR);
        COSDictionary now = after.dictionary(newForm, COSName.DR);
        Set<Long> rewritten = new TreeSet<>();
        CosValues.forEachReference(newForm.getItem(COSName.DR), rewritten::add);
        for (COSName key : now == null ? Set.<COSName>of() : now.keySet()) {
            if (now != null && after.resolve(now.getItem(key)) instanceof COSDictionary) {
                CosValues.forEachReference(
                        now.getItem(key) instanceof COSObject ? now.getItem(key) : null, rewritten::add);
            }
        }
        rewritten.removeIf(number -> !comparison.isChanged(number));
        if (rewritten.isEmpty() && CosValues.same(oldForm.getItem(COSName.DR), newForm.getItem(COSName.DR))) {
            return;
        }
        boolean onlyMore = old == null || (now != null && contains(now, old, 2));
        comparison.report(onlyMore ? Kind.FORM_RESOURCES_ADDED : Kind.FORM_CHANGED, COSName.DR.getName());
        rewritten.forEach(comparison::explainUnlessShared);
        comparison.explainNew(now);
    }

    private boolean contains(COSDictionary now, COSDictionary old, int depth) {
        for (COSName key : old.keySet()) {
            if (CosValues.same(old.getItem(key), now.getItem(key))) {
                continue;
            }
            COSDictionary inner = before.dictionary(old, key);
            COSDictionary innerNow = after.dictionary(now, key);
            if (depth == 0 || inner == null || innerNow == null || !contains(innerNow, inner, depth - 1)) {
                return false;
            }
        }
        return true;
    }
}
