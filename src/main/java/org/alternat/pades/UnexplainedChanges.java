package org.alternat.pades;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alternat.pades.DocumentParts.Page;
import org.alternat.pades.RevisionChange.Kind;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Puts a name to each change that the white list does not explain. */
final class UnexplainedChanges {

    private final RevisionComparison comparison;
    private final Set<Long> rest;
    private final DocumentParts before;
    private final DocumentParts after;

    UnexplainedChanges(RevisionComparison comparison, Set<Long> rest) {
        this.comparison = comparison;
        this.rest = rest;
        this.before = new DocumentParts(comparison.before());
        this.after = new DocumentParts(comparison.after());
    }

    void name() {
        Map<Long, Page> pages = new HashMap<>();
        before.pages().forEach(page -> pages.put(page.number(), page));
        for (Page page : after.pages()) {
            Page was = pages.get(page.number());
            if (was != null) {
                compare(was, page);
            }
        }
        Map<Long, RevisionChange> parts = before.among(rest);
        parts.putAll(after.among(rest));
        Set<Long> nowhere = new TreeSet<>();
        for (long number : rest) {
            RevisionChange part = parts.get(number);
            if (comparison.isExplained(number)) {
                continue;
            }
            if (part == null) {
                nowhere.add(number);
            } else {
                report(number, part);
            }
        }
        nameTheUnplaced(nowhere);
    }

    private void report(long number, RevisionChange part) {
        boolean isNew = comparison.isNew(number);
        if (part.kind() == Kind.PAGE_CHANGED && isPage(number)) {
            comparison.report(Kind.PAGES_CHANGED, "");
        } else if (part.kind() == Kind.ANNOTATION_CHANGED && isNew) {
            comparison.report(Kind.ANNOTATION_ADDED, part.subject());
        } else {
            comparison.report(part.kind(), part.subject());
        }
    }

    private boolean isPage(long number) {
        return after.pages().stream().anyMatch(page -> page.number() == number)
                || before.pages().stream().anyMatch(page -> page.number() == number);
    }

    private void compare(Page was, Page now) {
        String place = Integer.toString(now.place());
        comparison.explain(now.number());
        compareAnnotations(was, now, place);
        if (!rest.contains(now.number())) {
            return;
        }
        for (COSName key : CosValues.differingKeys(was.dictionary(), now.dictionary())) {
            if (COSName.CONTENTS.equals(key)) {
                comparison.report(Kind.PAGE_CONTENT_CHANGED, place);
            } else if (COSName.RESOURCES.equals(key)) {
                comparison.report(Kind.PAGE_RESOURCES_CHANGED, place);
            } else if (COSName.AA.equals(key)) {
                comparison.report(Kind.ACTION_CHANGED, key.getName());
            } else if (!COSName.ANNOTS.equals(key)) {
                comparison.report(Kind.PAGE_CHANGED, place);
            }
        }
    }

    /** The widget of a field that was added has been named already; any other annotation has not. */
    private void compareAnnotations(Page was, Page now, String place) {
        Set<Long> old = annotations(comparison.before().array(was.dictionary(), COSName.ANNOTS));
        COSArray list = comparison.after().array(now.dictionary(), COSName.ANNOTS);
        Set<Long> current = annotations(list);
        if (now.dictionary().getItem(COSName.ANNOTS) != list) {
            CosValues.forEachReference(now.dictionary().getItem(COSName.ANNOTS), comparison::explain);
        }
        for (long number : current) {
            if (!old.contains(number) && !(comparison.isExplained(number) && comparison.isNew(number))) {
                comparison.report(Kind.ANNOTATION_ADDED, place);
            }
        }
        if (!current.containsAll(old)) {
            comparison.report(Kind.ANNOTATION_REMOVED, place);
        }
    }

    private Set<Long> annotations(@Nullable COSArray list) {
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            if (list.get(i) instanceof COSDictionary) {
                // Directly in the array: nothing tells two of them apart, so none may appear or go.
                numbers.add(-1L - i);
            }
            CosValues.forEachReference(list.get(i) instanceof COSDictionary ? null : list.get(i), numbers::add);
        }
        return numbers;
    }

    private void nameTheUnplaced(Set<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        Set<Long> reachable = reachable(comparison.after());
        reachable.addAll(reachable(comparison.before()));
        for (long number : numbers) {
            boolean used = reachable.contains(number);
            comparison.report(used ? Kind.OTHER_CHANGED : Kind.UNUSED_OBJECT_ADDED, Long.toString(number));
        }
    }

    private static Set<Long> reachable(RevisionView view) {
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        CosValues.forEachReference(view.trailer(), open::add);
        while (!open.isEmpty()) {
            long number = open.pop();
            if (seen.add(number)) {
                IndirectObject object = view.object(number);
                CosValues.forEachReference(object == null ? null : object.value(), open::add);
            }
        }
        return seen;
    }
}
