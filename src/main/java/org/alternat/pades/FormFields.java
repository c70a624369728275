package org.alternat.pades;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** The terminal fields of a form (ISO 32000-1, section 12.7.3) by their full names. */
final class FormFields {

    private static final int MAX_DEPTH = 32;

    private final RevisionView view;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<Long> seen = new HashSet<>();

    private FormFields(RevisionView view) {
        this.view = view;
    }

    /**
     * A field.
     *
     * @param number of its object, or -1 when it stands directly in an array
     * @param type its own {@code /FT} or that of its parents, or null
     * @param objects the numbers of the field and its widgets
     */
    record Field(
            String name,
            long number,
            COSDictionary dictionary,
            @Nullable COSBase type,
            Set<Long> objects) {

        boolean isSignatureField() {
            return COSName.SIG.equals(type);
        }
    }

    static Map<String, Field> of(RevisionView view, @Nullable COSDictionary form) {
        FormFields found = new FormFields(view);
        found.add(view.array(form, COSName.FIELDS), "", null, 0);
        return found.fields;
    }

    private void add(@Nullable COSArray kids, String prefix, @Nullable COSBase type, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedPdfException("the fields are nested too deep");
        }
        for (int i = 0; kids != null && i < kids.size(); i++) {
            long number = kids.get(i) instanceof COSObject reference
                    ? reference.getKey().getNumber()
                    : -1;
            if (number >= 0 && !seen.add(number)) {
                throw new MalformedPdfException("a field stands twice in the form");
            }
            if (view.resolve(kids.get(i)) instanceof COSDictionary field) {
                Field known = depth == 0 && number >= 0 ? view.plainFields().get(field) : null;
                if (known == null) {
                    add(field, number, prefix, type, depth);
                } else {
                    put(known);
                }
            }
        }
    }

    private void add(COSDictionary field, long number, String prefix, @Nullable COSBase inherited, int depth) {
        COSBase own = view.resolve(field.getItem(COSName.FT));
        COSBase type = own == null ? inherited : own;
        String partial = view.resolve(field.getItem(COSName.T)) instanceof COSString text ? text.getString() : "";
        String name = prefix.isEmpty() ? partial : prefix + "." + partial;
        COSArray kids = view.array(field, COSName.KIDS);
        Set<Long> objects = new TreeSet<>();
        if (number >= 0) {
            objects.add(number);
        }
        boolean terminal = true;
        for (int i = 0; kids != null && i < kids.size(); i++) {
            if (view.resolve(kids.get(i)) instanceof COSDictionary kid && kid.containsKey(COSName.T)) {
                terminal = false;
            }
            CosValues.forEachReference(kids.get(i), objects::add);
        }
        if (!terminal) {
            add(kids, name, type, depth + 1);
        } else {
            Field found = new Field(name, number, field, type, objects);
            put(found);
            if (depth == 0 && number >= 0 && isPlain(field)) {
                view.plainFields().put(field, found);
            }
        }
    }

    private void put(Field field) {
        if (fields.put(field.name(), field) != null) {
            throw new MalformedPdfException("two fields have the same name");
        }
    }

    /**
     * Whether nothing but its own dictionary says what the field is. Such a dictionary, at the top of the form, is the same
     * field in every revision, so it is read once: a form of a hundred fields has a hundred revisions.
     */
    private static boolean isPlain(COSDictionary field) {
        return !field.containsKey(COSName.KIDS)
                && !(field.getItem(COSName.FT) instanceof COSObject)
                && !(field.getItem(COSName.T) instanceof COSObject);
    }
}
