package org.alternat.pades;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alternat.pades.FormFields.Field;
import org.alternat.pades.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What the signatures of a file have promised so far about what may follow them (ISO 32000-2, clauses 12.7.5.5, 12.8.2.2 and
 * 12.8.2.4): a certification, and the locks of fields. Annotations are never let pass, whatever a certification says: they can
 * cover the text (P=3).
 */
final class Promises {

    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName FIELD_MDP = COSName.getPDFName("FieldMDP");
    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    private static final COSName ACTION = COSName.getPDFName("Action");

    /** All that may follow a certification with P=1: validation data, and a document timestamp in a field that nobody sees. */
    private static final Set<Kind> PROOF = EnumSet.of(
            Kind.VALIDATION_DATA_ADDED, Kind.EXTENSION_DECLARED, Kind.TIMESTAMP_ADDED, Kind.SIGNATURE_FIELD_ADDED);

    private static final Set<Kind> OF_A_FIELD =
            EnumSet.of(Kind.SIGNATURE_ADDED, Kind.CERTIFICATION_ADDED, Kind.FIELD_FILLED);

    private final List<Lock> locks = new ArrayList<>();
    private boolean certified;
    private boolean closed;

    /** Some fields, or all but some. */
    private record Lock(boolean butThese, List<String> names) {

        boolean holds(String field) {
            return butThese != names.stream().anyMatch(name -> field.equals(name) || field.startsWith(name + "."));
        }
    }

    /** Whether nobody who signed before can object to a change. */
    boolean allow(RevisionChange change) {
        if (closed) {
            return PROOF.contains(change.kind());
        }
        if (OF_A_FIELD.contains(change.kind()) && locks.stream().anyMatch(lock -> lock.holds(change.subject()))) {
            return false;
        }
        return change.permitted()
                || change.kind() == Kind.FIELD_FILLED
                || change.kind() == Kind.DRAWING_LEFT_TO_VIEWER
                // Under a certification such a field is the way to cover the text ("sneaky signature").
                || (change.kind() == Kind.VISIBLE_FIELD_ADDED && !certified);
    }

    /** Takes in what the signatures say that this revision brought. */
    void learn(RevisionView view, List<RevisionChange> changes, boolean first) {
        for (Field field : view.fields().values()) {
            boolean signed = first
                    || changes.stream()
                            .anyMatch(change -> change.subject().equals(field.name())
                                    && (change.kind() == Kind.VISIBLE_FIELD_ADDED
                                            || change.kind() == Kind.SIGNATURE_FIELD_ADDED
                                            || OF_A_FIELD.contains(change.kind())));
            COSDictionary signature = signed ? FieldComparison.signature(view, field) : null;
            if (signature != null) {
                learn(view, signature);
                addLock(view, view.dictionary(field.dictionary(), LOCK));
            }
        }
        COSDictionary certification = view.dictionary(view.dictionary(view.catalog(), PERMS), DOC_MDP);
        if (certification != null && !certified) {
            certified = true;
            close(view, parameters(view, certification, DOC_MDP));
        }
    }

    private void learn(RevisionView view, COSDictionary signature) {
        addLock(view, parameters(view, signature, FIELD_MDP));
    }

    private void addLock(RevisionView view, @Nullable COSDictionary lock) {
        if (lock == null) {
            return;
        }
        close(view, lock);
        List<String> names = new ArrayList<>();
        COSArray fields = view.array(lock, COSName.FIELDS);
        for (int i = 0; fields != null && i < fields.size(); i++) {
            if (view.resolve(fields.get(i)) instanceof COSString name) {
                names.add(name.getString());
            }
        }
        switch (view.resolve(lock.getItem(ACTION)) instanceof COSName action ? action.getName() : "") {
            case "All" -> locks.add(new Lock(true, List.of()));
            case "Include" -> locks.add(new Lock(false, names));
            case "Exclude" -> locks.add(new Lock(true, names));
            default -> {}
        }
    }

    private void close(RevisionView view, @Nullable COSDictionary parameters) {
        closed |= parameters != null
                && view.resolve(parameters.getItem(COSName.P)) instanceof COSInteger permission
                && permission.intValue() == 1;
    }

    private static @Nullable COSDictionary parameters(RevisionView view, COSDictionary signature, COSName method) {
        COSArray references = view.array(signature, REFERENCE);
        for (int i = 0; references != null && i < references.size(); i++) {
            if (view.resolve(references.get(i)) instanceof COSDictionary reference
                    && method.equals(view.resolve(reference.getItem(TRANSFORM_METHOD)))) {
                return view.dictionary(reference, TRANSFORM_PARAMS);
            }
        }
        return null;
    }
}
