package org.alternat.pades;

import java.util.Map;
import org.alternat.pades.FormFields.Field;
import org.alternat.pades.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** The form and its fields before and after a revision: one that was empty may be signed, and that is all. */
final class FieldComparison {

    private static final COSName SIG_FLAGS = COSName.SIG_FLAGS;
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName NEED_APPEARANCES = COSName.getPDFName("NeedAppearances");
    private static final COSName RFC3161 = COSName.getPDFName("ETSI.RFC3161");

    /** Locked, and locked contents (ISO 32000-1, table 165): a tool that signs may close the field behind itself. */
    private static final int LOCKING_FLAGS = 128 | 512;

    private final RevisionComparison comparison;
    private final RevisionView before;
    private final RevisionView after;
    private boolean filled;

    FieldComparison(RevisionComparison comparison) {
        this.comparison = comparison;
        this.before = comparison.before();
        this.after = comparison.after();
    }

    void compare(COSDictionary oldCatalog, COSDictionary newCatalog) {
        COSDictionary oldForm = before.dictionary(oldCatalog, COSName.ACRO_FORM);
        COSDictionary newForm = after.dictionary(newCatalog, COSName.ACRO_FORM);
        Map<String, Field> old = before.fields();
        Map<String, Field> now = after.fields();
        COSDictionary oldEntries = oldForm == null ? new COSDictionary() : oldForm;
        COSDictionary newEntries = newForm == null ? new COSDictionary() : newForm;
        compareForms(oldEntries, newEntries);
        CosValues.forEachReference(newCatalog.getItem(COSName.ACRO_FORM), comparison::explain);
        for (Field field : old.values()) {
            if (!now.containsKey(field.name())) {
                comparison.report(Kind.FIELD_REMOVED, field.name());
            }
        }
        for (Field field : now.values()) {
            Field was = old.get(field.name());
            if (was == null) {
                added(field);
            } else {
                compare(was, field);
            }
        }
        compareNeedForAppearances(oldEntries, newEntries);
    }

    /**
     * Many programs that fill in a form leave the drawing to whoever shows it (ISO 32000-1, table 218). It goes along with a
     * value; alone it would have everything drawn anew for nothing.
     */
    private void compareNeedForAppearances(COSDictionary old, COSDictionary now) {
        if (!CosValues.same(old.getItem(NEED_APPEARANCES), now.getItem(NEED_APPEARANCES))) {
            boolean saysSo = filled && isAnswer(old) && isAnswer(now);
            comparison.report(saysSo ? Kind.DRAWING_LEFT_TO_VIEWER : Kind.FORM_CHANGED, NEED_APPEARANCES.getName());
        }
    }

    private static boolean isAnswer(COSDictionary form) {
        return !form.containsKey(NEED_APPEARANCES) || form.getItem(NEED_APPEARANCES) instanceof COSBoolean;
    }

    private void compareForms(COSDictionary old, COSDictionary now) {
        for (COSName key : CosValues.differingKeys(old, now)) {
            // A default appearance that was there is what a viewer would draw the fields by.
            if (SIG_FLAGS.equals(key) || (COSName.DA.equals(key) && !old.containsKey(key))) {
                comparison.report(Kind.FORM_RESOURCES_ADDED, key.getName());
            } else if (!COSName.FIELDS.equals(key) && !COSName.DR.equals(key) && !NEED_APPEARANCES.equals(key)) {
                comparison.report(Kind.FORM_CHANGED, key.getName());
            }
        }
        new FormResources(comparison).compare(old, now);
        if (now.getItem(COSName.FIELDS) instanceof COSObject reference) {
            comparison.explain(reference.getKey().getNumber());
        }
    }

    private void added(Field field) {
        boolean signed = field.isSignatureField() && signature(after, field) != null;
        if (!signed) {
            comparison.report(Kind.FIELD_ADDED, field.name());
        } else {
            comparison.report(isVisible(field) ? Kind.VISIBLE_FIELD_ADDED : Kind.SIGNATURE_FIELD_ADDED, field.name());
            reportSignature(field);
        }
        field.objects().stream().filter(comparison::isNew).forEach(number -> {
            comparison.explain(number);
            IndirectObject object = after.object(number);
            comparison.explainNew(object == null ? null : object.value());
        });
    }

    private void compare(Field old, Field now) {
        if (old.number() != now.number()) {
            comparison.report(Kind.FIELD_CHANGED, now.name());
            return;
        }
        boolean untouched =
                old.dictionary() == now.dictionary() && now.objects().size() <= 1;
        if (!untouched) {
            compareDictionaries(old, now);
        }
        compareSignatureValue(old, now);
    }

    private void compareDictionaries(Field old, Field now) {
        boolean signedNow = now.isSignatureField() && signature(before, old) == null && signature(after, now) != null;
        boolean filledNow = FieldFilling.isFilled(old, now);
        compareDictionaries(now, old.dictionary(), now.dictionary(), signedNow, filledNow);
        if (now.number() >= 0) {
            comparison.explain(now.number());
        }
        for (long widget : now.objects()) {
            if (widget != now.number() && comparison.isChanged(widget)) {
                IndirectObject oldWidget = before.object(widget);
                IndirectObject newWidget = after.object(widget);
                if (oldWidget != null
                        && newWidget != null
                        && oldWidget.value() instanceof COSDictionary one
                        && newWidget.value() instanceof COSDictionary other) {
                    compareDictionaries(now, one, other, signedNow, filledNow);
                    comparison.explain(widget);
                }
            }
        }
    }

    private void compareDictionaries(
            Field field, COSDictionary old, COSDictionary now, boolean signedNow, boolean filledNow) {
        for (COSName key : CosValues.differingKeys(old, now)) {
            if (signedNow && COSName.V.equals(key)) {
                reportSignature(field);
                comparison.explainNew(now.getItem(key));
            } else if (signedNow && COSName.AP.equals(key)) {
                comparison.explainNew(now.getItem(key));
            } else if (filledNow && FieldFilling.goesAlong(key)) {
                filled = true;
                comparison.report(Kind.FIELD_FILLED, field.name());
                comparison.explainNew(now.getItem(key));
            } else if (!signedNow || !mayAccompanySigning(key, old, now)) {
                comparison.report(kind(key, old), field.name());
            }
        }
        if (filledNow) {
            new FieldFilling(comparison).explainPicture(old.getItem(COSName.AP), now.getItem(COSName.AP));
        }
    }

    private boolean mayAccompanySigning(COSName key, COSDictionary old, COSDictionary now) {
        if (COSName.M.equals(key)) {
            return true;
        }
        if (COSName.F.equals(key)) {
            return now.getItem(key) instanceof COSInteger flags
                    && old.getItem(key) instanceof COSInteger was
                    && (was.intValue() | flags.intValue()) == flags.intValue()
                    && (flags.intValue() & ~(was.intValue() | LOCKING_FLAGS)) == 0;
        }
        COSDictionary page = after.dictionary(now, key);
        return COSName.P.equals(key)
                && !old.containsKey(key)
                && page != null
                && COSName.PAGE.equals(page.getItem(COSName.TYPE));
    }

    private static Kind kind(COSName key, COSDictionary old) {
        if (COSName.RECT.equals(key)) {
            return Kind.FIELD_MOVED;
        }
        if (!COSName.V.equals(key)) {
            return Kind.FIELD_CHANGED;
        }
        return old.containsKey(key) ? Kind.SIGNATURE_REPLACED : Kind.FIELD_CHANGED;
    }

    /** The signature dictionary that was there: the same object, saying the same. */
    private void compareSignatureValue(Field old, Field now) {
        CosValues.forEachReference(old.dictionary().getItem(COSName.V), number -> {
            if (comparison.isChanged(number) && signature(before, old) != null) {
                comparison.report(Kind.SIGNATURE_REPLACED, now.name());
                comparison.explain(number);
            }
        });
    }

    private void reportSignature(Field field) {
        COSDictionary signature = signature(after, field);
        if (signature == null) {
            comparison.report(Kind.FIELD_CHANGED, field.name());
        } else if (RFC3161.equals(signature.getItem(COSName.SUB_FILTER))) {
            comparison.report(Kind.TIMESTAMP_ADDED, field.name());
        } else if (certifies(field)) {
            comparison.report(Kind.CERTIFICATION_ADDED, field.name());
        } else {
            comparison.report(Kind.SIGNATURE_ADDED, field.name());
        }
    }

    private boolean certifies(Field field) {
        COSDictionary now = after.dictionary(after.catalog(), PERMS);
        if (now == null
                || !CosValues.same(now.getItem(DOC_MDP), field.dictionary().getItem(COSName.V))) {
            return false;
        }
        comparison.explainNew(after.catalog() == null ? null : after.catalog().getItem(PERMS));
        return before.dictionary(before.catalog(), PERMS) == null;
    }

    static @Nullable COSDictionary signature(RevisionView view, Field field) {
        COSDictionary value = view.dictionary(field.dictionary(), COSName.V);
        return value != null && value.containsKey(COSName.BYTERANGE) ? value : null;
    }

    private boolean isVisible(Field field) {
        for (long number : field.objects()) {
            IndirectObject object = after.object(number);
            COSArray rectangle = object != null && object.value() instanceof COSDictionary widget
                    ? after.array(widget, COSName.RECT)
                    : null;
            if (rectangle != null && width(rectangle, 0) > 0 && width(rectangle, 1) > 0) {
                return true;
            }
        }
        return false;
    }

    private double width(COSArray rectangle, int axis) {
        return rectangle.size() == 4
                        && after.resolve(rectangle.get(axis)) instanceof COSNumber from
                        && after.resolve(rectangle.get(axis + 2)) instanceof COSNumber to
                ? Math.abs(to.floatValue() - from.floatValue())
                : 1;
    }
}
