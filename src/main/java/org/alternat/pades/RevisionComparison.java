package org.alternat.pades;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alternat.pades.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * Compares two consecutive revisions by values. It starts from the objects whose value differs, lets the white list explain
 * as many of them as it can, and names the rest after the place in the document that they belong to.
 */
final class RevisionComparison {

    static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final Set<COSName> FREE_IN_TRAILER = Set.of(
            COSName.SIZE,
            COSName.PREV,
            COSName.INFO,
            COSName.ROOT,
            COSName.ID,
            COSName.getPDFName("DocChecksum"),
            COSName.TYPE,
            COSName.W,
            COSName.INDEX,
            COSName.LENGTH,
            COSName.FILTER,
            COSName.DECODE_PARMS);
    private static final Map<COSName, Kind> CATALOGUE = Map.of(
            COSName.PAGES, Kind.PAGES_CHANGED,
            COSName.OPEN_ACTION, Kind.ACTION_CHANGED,
            COSName.AA, Kind.ACTION_CHANGED,
            COSName.NAMES, Kind.NAMES_CHANGED,
            COSName.OUTLINES, Kind.OUTLINES_CHANGED,
            COSName.STRUCT_TREE_ROOT, Kind.STRUCTURE_CHANGED,
            COSName.MARK_INFO, Kind.STRUCTURE_CHANGED);

    private final RevisionView before;
    private final RevisionView after;
    private final Set<RevisionChange> changes = new LinkedHashSet<>();
    private final Set<Long> changed = new TreeSet<>();
    private final Set<Long> explained = new TreeSet<>();
    private final Set<Long> suspects = new TreeSet<>();

    RevisionComparison(RevisionView before, RevisionView after) {
        this.before = before;
        this.after = after;
    }

    List<RevisionChange> changes() {
        findChangedObjects();
        compareTrailers();
        COSDictionary old = before.catalog();
        COSDictionary now = after.catalog();
        if (old == null || now == null) {
            report(Kind.TRAILER_CHANGED, "Root");
            return List.copyOf(changes);
        }
        explainRoot(COSName.ROOT);
        for (COSName key : CosValues.differingKeys(old, now)) {
            compareCatalogueEntry(key, now);
        }
        new FieldComparison(this).compare(old, now);
        explainAdditions(old, now);
        new DocumentInformation(this).compare(old, now);
        unmaskSharedObjects();
        Set<Long> rest = new TreeSet<>(changed);
        rest.removeAll(explained);
        if (!rest.isEmpty()) {
            new UnexplainedChanges(this, rest).name();
        }
        return List.copyOf(changes);
    }

    RevisionView before() {
        return before;
    }

    RevisionView after() {
        return after;
    }

    void report(Kind kind, String subject) {
        changes.add(new RevisionChange(kind, subject));
    }

    boolean isChanged(long number) {
        return changed.contains(number);
    }

    boolean isNew(long number) {
        return changed.contains(number) && before.object(number) == null;
    }

    /** Says that the object's change is understood. */
    void explain(long number) {
        explained.add(number);
    }

    boolean isExplained(long number) {
        return explained.contains(number);
    }

    /** Says that every new object is understood that this value leads to through new objects only. */
    void explainNew(@Nullable COSBase value) {
        Deque<Long> open = new ArrayDeque<>();
        CosValues.forEachReference(value, open::add);
        while (!open.isEmpty()) {
            long number = open.pop();
            if (!explained.contains(number) && isNew(number)) {
                explained.add(number);
                IndirectObject object = after.object(number);
                if (object != null) {
                    CosValues.forEachReference(object.value(), open::add);
                }
            }
        }
    }

    private void findChangedObjects() {
        for (long number : after.written()) {
            CrossReferenceSection.Entry was = before.entry(number);
            if (was != null && was.equals(after.entry(number))) {
                continue;
            }
            IndirectObject old = isStructure(before.object(number)) ? null : before.object(number);
            IndirectObject now = isStructure(after.object(number)) ? null : after.object(number);
            boolean bothMissing = old == null && now == null;
            boolean same = bothMissing || (old != null && now != null && now.saysTheSameAs(old, after.file()));
            if (!same) {
                changed.add(number);
            }
        }
    }

    /** Cross-reference and object streams carry the file, not the document. */
    private static boolean isStructure(@Nullable IndirectObject object) {
        return object != null
                && object.isStream()
                && object.value() instanceof COSDictionary dictionary
                && (COSName.XREF.equals(dictionary.getItem(COSName.TYPE))
                        || COSName.OBJ_STM.equals(dictionary.getItem(COSName.TYPE)));
    }

    private void compareTrailers() {
        for (COSName key : CosValues.differingKeys(before.trailer(), after.trailer())) {
            if (!FREE_IN_TRAILER.contains(key)) {
                report(Kind.TRAILER_CHANGED, key.getName());
            }
        }
        if (!CosValues.same(
                before.trailer().getItem(COSName.ROOT), after.trailer().getItem(COSName.ROOT))) {
            report(Kind.TRAILER_CHANGED, "Root");
        }
        COSArray oldId = before.array(before.trailer(), COSName.ID);
        COSArray newId = after.array(after.trailer(), COSName.ID);
        if (oldId != null
                && (newId == null
                        || newId.size() == 0
                        || oldId.size() == 0
                        || !CosValues.same(oldId.get(0), newId.get(0)))) {
            report(Kind.TRAILER_CHANGED, "ID");
        }
    }

    private void explainRoot(COSName key) {
        CosValues.forEachReference(after.trailer().getItem(key), this::explain);
    }

    private void compareCatalogueEntry(COSName key, COSDictionary now) {
        if (COSName.ACRO_FORM.equals(key) || COSName.METADATA.equals(key) || PERMS.equals(key)) {
            return;
        }
        if (DSS.equals(key) && now.containsKey(DSS)) {
            report(Kind.VALIDATION_DATA_ADDED, "");
        } else if (EXTENSIONS.equals(key) || COSName.VERSION.equals(key)) {
            report(Kind.EXTENSION_DECLARED, "");
        } else {
            report(kindOfCatalogueEntry(key), key.getName());
        }
    }

    static Kind kindOfCatalogueEntry(COSName key) {
        return CATALOGUE.getOrDefault(key, Kind.CATALOGUE_CHANGED);
    }

    /** The validation data and the extensions may change whole: they show nothing on any page. */
    private void explainAdditions(COSDictionary old, COSDictionary now) {
        if (explainWhole(now.getItem(DSS)) && old.containsKey(DSS)) {
            report(Kind.VALIDATION_DATA_ADDED, "");
        }
        if (explainWhole(now.getItem(EXTENSIONS))) {
            report(Kind.EXTENSION_DECLARED, "");
        }
        if (!CosValues.same(old.getItem(PERMS), now.getItem(PERMS))
                && !changes.stream().anyMatch(this::certifies)) {
            report(Kind.CATALOGUE_CHANGED, PERMS.getName());
        }
    }

    private boolean certifies(RevisionChange change) {
        return change.kind() == Kind.CERTIFICATION_ADDED;
    }

    /** Explains what hangs below a value, new or changed, as long as it is no part of the document proper. */
    private boolean explainWhole(@Nullable COSBase value) {
        Set<Long> below = new TreeSet<>();
        Deque<Long> open = new ArrayDeque<>();
        CosValues.forEachReference(value, open::add);
        while (!open.isEmpty()) {
            long number = open.pop();
            IndirectObject object = changed.contains(number) && below.add(number) ? after.object(number) : null;
            if (object != null) {
                CosValues.forEachReference(object.value(), open::add);
            }
        }
        below.forEach(this::explainUnlessShared);
        return !below.isEmpty();
    }

    /** An object that was there before and was rewritten may serve two masters: a certificate list, and a page. */
    void explainUnlessShared(long number) {
        explain(number);
        if (!isNew(number)) {
            suspects.add(number);
        }
    }

    private void unmaskSharedObjects() {
        if (!suspects.isEmpty()) {
            explained.removeAll(new DocumentParts(after).among(suspects).keySet());
            explained.removeAll(new DocumentParts(before).among(suspects).keySet());
        }
    }
}
