package org.alternat.pades;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alternat.pades.CrossReferenceSection.Entry;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** A file as it stood after one of its revisions: its objects by number. */
final class RevisionView {

    private static final int MAX_HOPS = 16;

    private final byte[] file;
    private final ObjectReader objects;
    private final List<CrossReferenceSection> sections;
    private final int number;
    private final Set<Long> own = new TreeSet<>();

    /** Shared by the views of a file: what each revision wrote about an object, by the revision's number. */
    private final Map<Long, NavigableMap<Integer, Entry>> entries;

    /** Shared by the views of a file, see {@link FormFields}. */
    private final Map<COSDictionary, FormFields.Field> plainFields;

    private @Nullable Map<String, FormFields.Field> fields;

    /** @param sections what this revision wrote, the oldest first: more than one only in a linearised file */
    RevisionView(
            byte[] file, ObjectReader objects, @Nullable RevisionView before, List<CrossReferenceSection> sections) {
        this.file = file;
        this.objects = objects;
        this.sections = sections;
        this.number = before == null ? 1 : before.number + 1;
        this.entries = before == null ? new HashMap<>() : before.entries;
        this.plainFields = before == null ? new IdentityHashMap<>() : before.plainFields;
        sections.forEach(section -> section.entries().forEach(this::write));
    }

    private void write(long object, Entry entry) {
        own.add(object);
        entries.computeIfAbsent(object, none -> new TreeMap<>()).put(number, entry);
    }

    /** The first byte behind the revision. */
    int end() {
        return sections.stream().mapToInt(CrossReferenceSection::end).max().orElse(0);
    }

    CrossReferenceSection newestSection() {
        return sections.get(sections.size() - 1);
    }

    COSDictionary trailer() {
        return newestSection().trailer();
    }

    /** The numbers in this revision's own cross-reference sections, in order. */
    Set<Long> written() {
        return Collections.unmodifiableSet(own);
    }

    byte[] file() {
        return file;
    }

    @Nullable
    Entry entry(long object) {
        NavigableMap<Integer, Entry> written = entries.get(object);
        Map.Entry<Integer, Entry> last = written == null ? null : written.floorEntry(number);
        return last == null ? null : last.getValue();
    }

    Map<COSDictionary, FormFields.Field> plainFields() {
        return plainFields;
    }

    /** The form's fields by their full names, read once: a revision is compared with the one before and the one after. */
    Map<String, FormFields.Field> fields() {
        if (fields == null) {
            fields = FormFields.of(this, dictionary(catalog(), COSName.ACRO_FORM));
        }
        return fields;
    }

    /** The object of this number, or null when there is none. */
    @Nullable
    IndirectObject object(long number) {
        Entry entry = entry(number);
        if (entry == null || entry.kind() == Entry.Kind.FREE) {
            return null;
        }
        if (entry.kind() == Entry.Kind.COMPRESSED) {
            return compressed(number, entry.position());
        }
        IndirectObject object = objects.at(entry.position(), this::integer);
        if (object.number() != number || object.generation() != entry.generation()) {
            throw new MalformedPdfException("another object stands where object " + number + " should be");
        }
        return object;
    }

    /** What a value says: references are followed, a missing object is null. */
    @Nullable
    COSBase resolve(@Nullable COSBase value) {
        COSBase current = value;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            if (current instanceof COSNull) {
                return null;
            }
            if (!(current instanceof COSObject reference)) {
                return current;
            }
            IndirectObject object = object(reference.getKey().getNumber());
            current =
                    object == null || object.generation() != reference.getKey().getGeneration() ? null : object.value();
        }
        throw new MalformedPdfException("references go in a circle");
    }

    @Nullable
    COSDictionary dictionary(@Nullable COSDictionary of, COSName key) {
        return of != null && resolve(of.getItem(key)) instanceof COSDictionary dictionary ? dictionary : null;
    }

    @Nullable
    COSArray array(@Nullable COSDictionary of, COSName key) {
        return of != null && resolve(of.getItem(key)) instanceof COSArray array ? array : null;
    }

    @Nullable
    COSDictionary catalog() {
        return dictionary(trailer(), COSName.ROOT);
    }

    private @Nullable IndirectObject compressed(long number, long streamNumber) {
        Entry entry = entry(streamNumber);
        if (entry == null || entry.kind() != Entry.Kind.OFFSET) {
            throw new MalformedPdfException("an object stream is missing");
        }
        return objects.inStream(entry.position(), this::integer).get(number);
    }

    private long integer(long number) {
        IndirectObject object = object(number);
        return object != null && object.value() instanceof COSInteger integer ? integer.longValue() : -1;
    }
}
