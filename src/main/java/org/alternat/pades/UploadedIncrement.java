package org.alternat.pades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alternat.pades.RevisionChange.Kind;
import org.alternat.pades.UploadVerdict.Reason;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The structure of an upload: one update behind the head, one signature in one field, everything covered by it. */
final class UploadedIncrement {

    private static final COSName CADES = COSName.getPDFName("ETSI.CAdES.detached");

    private final byte[] head;
    private final byte[] upload;

    UploadedIncrement(byte[] head, byte[] upload) {
        this.head = head;
        this.upload = upload;
    }

    /**
     * The gap that the signature leaves, with what stands in it.
     *
     * @param from where the {@code <} stands
     * @param to the first byte behind the {@code >}
     */
    record Gap(int from, int to, byte[] contents) {}

    /** Checks rules 2 to 5 of the gate. */
    Gap check(String fieldName) throws UploadRefusedException {
        RevisionHistory before = RevisionHistory.read(head);
        checkPrefix(before);
        RevisionHistory after = RevisionHistory.read(upload);
        checkNumberOfRevisions(before, after);
        RevisionView revision = after.view(after.size());
        checkTiling(before.view(before.size()), revision);
        checkChanges(after.changes(after.size()), fieldName);
        checkReadsTheSame(fieldName);
        return gap(revision, fieldName);
    }

    private void checkPrefix(RevisionHistory before) throws UploadRefusedException {
        int common = Arrays.mismatch(head, upload);
        if (common < 0) {
            throw new UploadRefusedException(Reason.NOT_SIGNED);
        }
        if (common < head.length) {
            boolean extendsAnEarlierOne =
                    before.revisions().stream().anyMatch(revision -> revision.number() > 1 && common >= revision.end());
            throw new UploadRefusedException(extendsAnEarlierOne ? Reason.STALE : Reason.REWRITTEN);
        }
    }

    private static void checkNumberOfRevisions(RevisionHistory before, RevisionHistory after)
            throws UploadRefusedException {
        int added = after.size() - before.size();
        RevisionView was = before.view(before.size());
        if (added < 1
                || after.view(before.size()).newestSection().offset()
                        != was.newestSection().offset()) {
            throw new UploadRefusedException(Reason.NOT_ONE_REVISION);
        }
        if (added > 1) {
            List<RevisionChange> all = new ArrayList<>();
            for (int number = before.size() + 1; number <= after.size(); number++) {
                all.addAll(after.changes(number));
            }
            boolean onlyProofBehind = added == 2
                    && after.changes(after.size()).stream()
                            .allMatch(change -> change.kind() == Kind.VALIDATION_DATA_ADDED
                                    || change.kind() == Kind.EXTENSION_DECLARED);
            Reason reason = signatures(all).size() > 1
                    ? Reason.SEVERAL_SIGNATURES
                    : onlyProofBehind ? Reason.VALIDATION_DATA_BEHIND : Reason.NOT_ONE_REVISION;
            throw new UploadRefusedException(reason, all);
        }
    }

    /** The update is its objects, its table and its trailer, without a byte between them that another reader might read. */
    private void checkTiling(RevisionView before, RevisionView revision) throws UploadRefusedException {
        CrossReferenceSection section = revision.newestSection();
        if (section.isStream() != before.newestSection().isStream()
                || size(section) < size(before.newestSection())
                || section.end() != upload.length) {
            throw new UploadRefusedException(Reason.NOT_ONE_REVISION);
        }
        Map<Long, IndirectObject> objects = new TreeMap<>();
        section.entries().forEach((number, entry) -> {
            IndirectObject object = revision.object(number);
            if (object != null && entry.kind() == CrossReferenceSection.Entry.Kind.OFFSET) {
                objects.put(entry.position(), object);
            } else if (number != 0) {
                throw new MalformedPdfException("an update that frees or compresses objects");
            }
        });
        int position = head.length;
        for (Map.Entry<Long, IndirectObject> object : objects.entrySet()) {
            ByteScanner scanner = new ByteScanner(upload, position);
            scanner.skip();
            if (scanner.position() != object.getKey()) {
                throw new UploadRefusedException(Reason.NOT_ONE_REVISION);
            }
            position = object.getValue().end();
        }
        ByteScanner scanner = new ByteScanner(upload, position);
        scanner.skip();
        if (scanner.position() != section.offset()) {
            throw new UploadRefusedException(Reason.NOT_ONE_REVISION);
        }
    }

    private static long size(CrossReferenceSection section) {
        return section.trailer().getItem(COSName.SIZE) instanceof COSInteger size ? size.longValue() : -1;
    }

    private static List<RevisionChange> signatures(List<RevisionChange> changes) {
        return changes.stream()
                .filter(change -> change.kind() == Kind.SIGNATURE_ADDED
                        || change.kind() == Kind.CERTIFICATION_ADDED
                        || change.kind() == Kind.TIMESTAMP_ADDED)
                .toList();
    }

    private static void checkChanges(List<RevisionChange> changes, String fieldName) throws UploadRefusedException {
        List<RevisionChange> others = changes.stream()
                .filter(change -> !change.permitted() || change.kind() == Kind.UNUSED_OBJECT_ADDED)
                .filter(change -> change.kind() != Kind.VISIBLE_FIELD_ADDED)
                .toList();
        if (!others.isEmpty()) {
            throw new UploadRefusedException(Reason.DOCUMENT_CHANGED, others);
        }
        List<RevisionChange> signatures = signatures(changes);
        if (signatures.size() != 1) {
            throw new UploadRefusedException(
                    signatures.isEmpty() ? Reason.NOT_SIGNED : Reason.SEVERAL_SIGNATURES, changes);
        }
        boolean newField = changes.stream()
                .anyMatch(change ->
                        change.kind() == Kind.VISIBLE_FIELD_ADDED || change.kind() == Kind.SIGNATURE_FIELD_ADDED);
        if (newField || !signatures.get(0).equals(new RevisionChange(Kind.SIGNATURE_ADDED, fieldName))) {
            throw new UploadRefusedException(Reason.WRONG_FIELD, changes);
        }
    }

    /** A second reader, as strict as it can be made, must find the same signature where we found it. */
    private void checkReadsTheSame(String fieldName) throws UploadRefusedException {
        try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(upload)).parse(false)) {
            boolean signed = document.getSignatureFields().stream()
                    .anyMatch(field -> fieldName.equals(field.getFullyQualifiedName()) && field.getSignature() != null);
            if (document.isEncrypted() || !signed) {
                throw new UploadRefusedException(Reason.NOT_READABLE);
            }
        } catch (IOException | RuntimeException e) {
            throw new UploadRefusedException(Reason.NOT_READABLE);
        }
    }

    /** The byte rule: {@code [0 a b c]}, the gap exactly the hexadecimal string of this dictionary, to the last byte. */
    private Gap gap(RevisionView revision, String fieldName) throws UploadRefusedException {
        COSDictionary form = revision.dictionary(revision.catalog(), COSName.ACRO_FORM);
        FormFields.Field field = FormFields.of(revision, form).get(fieldName);
        COSBase value = field == null ? null : field.dictionary().getItem(COSName.V);
        if (!(value instanceof COSObject reference) || !(revision.resolve(value) instanceof COSDictionary signature)) {
            throw new UploadRefusedException(Reason.NOT_COVERED);
        }
        CrossReferenceSection.Entry entry = revision.entry(reference.getKey().getNumber());
        IndirectObject object = revision.object(reference.getKey().getNumber());
        long[] range = range(revision.resolve(signature.getItem(COSName.BYTERANGE)));
        if (entry == null
                || object == null
                || range.length != 4
                || range[0] != 0
                || range[1] <= entry.position()
                || range[1] < head.length
                || range[2] >= object.end()
                || range[2] <= range[1] + 1
                || range[2] + range[3] != upload.length) {
            throw new UploadRefusedException(Reason.NOT_COVERED);
        }
        Gap gap = new Gap((int) range[1], (int) range[2], hex((int) range[1], (int) range[2]));
        if (!(signature.getItem(COSName.CONTENTS) instanceof COSString contents)
                || !Arrays.equals(contents.getBytes(), gap.contents())) {
            throw new UploadRefusedException(Reason.NOT_COVERED);
        }
        if (!CADES.equals(signature.getItem(COSName.SUB_FILTER))
                || !COSName.SIG.equals(signature.getItem(COSName.TYPE))
                || !signature.containsKey(COSName.M)
                || signature.containsKey(COSName.CERT)) {
            throw new UploadRefusedException(Reason.NOT_BASELINE);
        }
        return gap;
    }

    private byte[] hex(int from, int to) throws UploadRefusedException {
        byte[] digits = upload[from] == '<' && upload[to - 1] == '>' ? HexDigits.read(upload, from + 1, to - 1) : null;
        if (digits == null) {
            throw new UploadRefusedException(Reason.NOT_COVERED);
        }
        return digits;
    }

    private static long[] range(@Nullable COSBase value) {
        if (!(value instanceof COSArray array) || array.size() != 4) {
            return new long[0];
        }
        long[] range = new long[4];
        for (int i = 0; i < 4; i++) {
            range[i] = array.get(i) instanceof COSInteger integer ? integer.longValue() : -1;
        }
        return range;
    }
}
