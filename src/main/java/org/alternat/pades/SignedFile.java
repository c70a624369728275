package org.alternat.pades;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its signatures, read and not yet believed.
 *
 * @param fields those with a value, in the order in which they end
 * @param store the DSS dictionary (EN 319 142-1, clause 5.4.2); null when there is none
 * @param sound whether it could be read without repairs
 */
record SignedFile(List<Field> fields, @Nullable Store store, boolean sound) {

    private static final int LONGEST_STREAM = 5 << 20;

    /** The streams of the DSS dictionary. */
    record Store(List<byte[]> certificates, List<byte[]> lists, List<byte[]> answers) {}

    /**
     * A field with a value.
     *
     * @param range as it stands, whatever its length
     * @param contents as a reader of the dictionary sees them; null when there are none
     */
    record Field(
            String name,
            String subFilter,
            long[] range,
            byte @Nullable [] contents,
            @Nullable Instant claimedAt) {

        boolean isArchiveTimestamp() {
            return "ETSI.RFC3161".equals(subFilter);
        }

        SignatureFormat format() {
            return switch (subFilter) {
                case "ETSI.CAdES.detached", "ETSI.RFC3161" -> SignatureFormat.PADES;
                case "adbe.pkcs7.detached" -> SignatureFormat.PKCS7;
                default -> SignatureFormat.OTHER;
            };
        }

        long end() {
            return range.length == 4 ? range[2] + range[3] : 0;
        }
    }

    /** @throws IllegalArgumentException when the file cannot be read as a PDF */
    static SignedFile read(byte[] bytes) {
        try (PDDocument document = new StrictParser(bytes).parse(false)) {
            return of(document, true);
        } catch (IOException | RuntimeException | StackOverflowError unsound) {
            return readWithRepairs(bytes);
        }
    }

    private static SignedFile readWithRepairs(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return of(document, false);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException("the file cannot be read as a PDF", e);
        }
    }

    private static SignedFile of(PDDocument document, boolean sound) throws IOException {
        List<Field> fields = new ArrayList<>();
        for (PDSignatureField field : document.getSignatureFields()) {
            COSDictionary value = field.getCOSObject().getCOSDictionary(COSName.V);
            if (value != null) {
                fields.add(field(String.valueOf(field.getFullyQualifiedName()), value));
            }
        }
        fields.sort(Comparator.comparingLong(Field::end));
        COSDictionary dss = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("DSS"));
        Store store =
                dss == null ? null : new Store(streams(dss, "Certs"), streams(dss, "CRLs"), streams(dss, "OCSPs"));
        return new SignedFile(List.copyOf(fields), store, sound);
    }

    private static Field field(String name, COSDictionary value) {
        String subFilter = value.getNameAsString(COSName.SUB_FILTER, "");
        Calendar claimed = value.getDate(COSName.M);
        COSBase contents = value.getDictionaryObject(COSName.CONTENTS);
        return new Field(
                name,
                subFilter,
                range(value.getCOSArray(COSName.BYTERANGE)),
                contents instanceof COSString text ? text.getBytes() : null,
                claimed == null ? null : claimed.toInstant());
    }

    private static long[] range(@Nullable COSArray array) {
        if (array == null || array.size() != 4) {
            return new long[0];
        }
        long[] range = new long[4];
        for (int i = 0; i < 4; i++) {
            if (!(array.getObject(i) instanceof COSNumber number)) {
                return new long[0];
            }
            range[i] = number.longValue();
        }
        return range;
    }

    private static List<byte[]> streams(COSDictionary store, String key) throws IOException {
        COSArray array = store.getCOSArray(COSName.getPDFName(key));
        List<byte[]> found = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.getObject(i) instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    found.add(in.readNBytes(LONGEST_STREAM));
                }
            }
        }
        return found;
    }
}
