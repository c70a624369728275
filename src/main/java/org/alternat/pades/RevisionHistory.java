package org.alternat.pades;

import java.util.ArrayList;
import java.util.List;
import org.alternat.shared.PdfBytes;

/**
 * The revisions of a file and what each of them changed. Read strictly from the cross-reference sections: what two readers
 * could understand in two ways is refused, not repaired.
 */
public final class RevisionHistory {

    private final List<RevisionView> views;

    private RevisionHistory(List<RevisionView> views) {
        this.views = views;
    }

    /**
     * One incremental update, or the file's first state.
     *
     * @param number counted from 1
     * @param end how many bytes the file had then
     */
    public record Revision(int number, long end) {}

    /** @throws MalformedPdfException when the file is not written strictly enough to be compared */
    public static RevisionHistory read(PdfBytes file) {
        return read(file.toByteArray());
    }

    /** @param file not copied, not changed */
    static RevisionHistory read(byte[] file) {
        ObjectReader objects = new ObjectReader(file);
        if (!new ByteScanner(file, 0).looksAt("%PDF-")) {
            throw new MalformedPdfException("the file does not start as a PDF");
        }
        List<RevisionView> views = new ArrayList<>();
        List<CrossReferenceSection> together = new ArrayList<>();
        int reached = 0;
        for (CrossReferenceSection section : new CrossReferenceReader(file, objects).read()) {
            // In a linearised file the second section of the first revision stands at the front.
            if (section.offset() > reached && !together.isEmpty()) {
                views.add(view(file, objects, views, together));
                together.clear();
            }
            together.add(section);
            reached = Math.max(reached, section.offset());
        }
        views.add(view(file, objects, views, together));
        return new RevisionHistory(List.copyOf(views));
    }

    private static RevisionView view(
            byte[] file, ObjectReader objects, List<RevisionView> before, List<CrossReferenceSection> sections) {
        return new RevisionView(
                file, objects, before.isEmpty() ? null : before.get(before.size() - 1), List.copyOf(sections));
    }

    /** The oldest first. */
    public List<Revision> revisions() {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            revisions.add(new Revision(i + 1, views.get(i).end()));
        }
        return revisions;
    }

    /**
     * What a revision changed in comparison with the one before; nothing for the first.
     *
     * @param number of the revision, counted from 1
     * @throws MalformedPdfException when an object in question cannot be read
     */
    public List<RevisionChange> changes(int number) {
        return number == 1 ? List.of() : new RevisionComparison(views.get(number - 2), views.get(number - 1)).changes();
    }

    RevisionView view(int number) {
        return views.get(number - 1);
    }

    int size() {
        return views.size();
    }
}
