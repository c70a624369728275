package org.alternat.pades;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.alternat.pades.ChainState.Catalog;
import org.alternat.pades.ChainState.EmptyField;
import org.alternat.pades.ChainState.FontReference;
import org.alternat.pki.CmsSigner;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Appends revisions to the chain: a signature or seal in a field that was made for it, or the archive timestamp with the
 * validation data. Only the increment is built and hashed; the bytes before it are known by the running digest of the
 * {@link ChainState}.
 */
public final class ChainWriter {

    /** Room for a timestamp; doubled until it fits, for authorities that send long chains. */
    private static final int CONTENTS_ROOM = 6 * 1024;

    private static final int CONTENTS_ROOM_LIMIT = 64 * 1024;
    private static final String BYTE_RANGE_GAP = "/ByteRange[0 0000000000 0000000000 0000000000]";

    /** A signature or approval seal in an empty field. */
    public AppendedRevision sign(ChainState tip, SignatureDetails details, CmsSigner signer) {
        return append(tip, details, "", false, signer);
    }

    /**
     * The service's seal as certification signature: from now on only fields may be filled (DocMDP P=2, ISO 32000-1,
     * section 12.8.2.2).
     */
    public AppendedRevision certify(ChainState tip, SignatureDetails details, CmsSigner signer) {
        String reference = "/Reference[<</Type/SigRef/TransformMethod/DocMDP"
                + "/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]\n";
        return append(tip, details, reference, true, signer);
    }

    /**
     * The validation data of everything before it and one document timestamp over all of it: B-LTA (EN 319 142-1, section
     * 6.3; DSS dictionary of section 5.4.2, each object once).
     */
    public AppendedRevision archive(
            ChainState tip, String fieldName, ValidationData data, TimestampAuthority timestamps) {
        for (int room = CONTENTS_ROOM; room <= CONTENTS_ROOM_LIMIT; room *= 2) {
            EmptyField field = field(tip, fieldName);
            Increment increment = new Increment(tip);
            Catalog catalog = SecurityStoreWriter.write(increment, tip, data);
            int signature = increment.reserve();
            increment.object(field.objectNumber(), filled(field, signature, null));
            int contents = writeSignature(
                    increment, signature, "/Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161\n", room);
            AppendedRevision done = splice(
                    tip,
                    increment.close(),
                    contents,
                    room,
                    catalog,
                    fieldName,
                    digest -> timestamps.timestamp(Sha256.ofDigest(digest)));
            if (done != null) {
                return done;
            }
        }
        throw new IllegalStateException("the timestamp token is longer than " + CONTENTS_ROOM_LIMIT + " bytes");
    }

    /** The validation data alone (B-LT), which nothing covers until the next signature or timestamp does. */
    public AppendedRevision validationData(ChainState tip, ValidationData data) {
        Increment increment = new Increment(tip);
        Catalog catalog = SecurityStoreWriter.write(increment, tip, data);
        Increment.Closed closed = increment.close();
        return new AppendedRevision(
                closed.bytes(), tip.after(closed.bytes(), closed.xrefOffset(), closed.size(), catalog, null));
    }

    private AppendedRevision append(
            ChainState tip, SignatureDetails details, String reference, boolean certification, CmsSigner signer) {
        for (int room = signer.room(); room <= CONTENTS_ROOM_LIMIT; room *= 2) {
            EmptyField field = field(tip, details.fieldName());
            Increment increment = new Increment(tip);
            int appearance = increment.reserve();
            writeAppearance(increment, appearance, tip, field, details.appearance());
            int signature = increment.reserve();
            increment.object(field.objectNumber(), filled(field, signature, appearance));
            Catalog catalog = tip.catalog();
            if (certification) {
                catalog = new Catalog(
                        catalog.entries() + "/Perms <</DocMDP " + CosText.reference(signature) + "\n>>\n",
                        catalog.securityStore());
                increment.object(tip.trailer().root(), "<<" + catalog.entries() + ">>");
            }
            int contents = writeSignature(increment, signature, entries(details) + reference, room);
            AppendedRevision done =
                    splice(tip, increment.close(), contents, room, catalog, details.fieldName(), signer);
            if (done != null) {
                return done;
            }
        }
        throw new IllegalStateException("the signature is longer than " + CONTENTS_ROOM_LIMIT + " bytes");
    }

    private static EmptyField field(ChainState tip, String name) {
        return tip.emptyField(name)
                .orElseThrow(() -> new IllegalStateException("there is no empty field " + name + " in the chain"));
    }

    /** The field as it stands plus value and appearance; {@code /Rect} above all stays what it was. */
    private static String filled(EmptyField field, int signature, @Nullable Integer appearance) {
        return "<<" + field.entries() + "/V " + CosText.reference(signature)
                + (appearance == null ? "" : "/AP<</N " + CosText.reference(appearance) + ">>") + ">>";
    }

    private static String entries(SignatureDetails details) {
        return "/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached\n"
                + "/M" + CosText.date(details.claimedAt()) + "\n"
                + "/Name" + CosText.string(details.signerName()) + "\n"
                + "/Reason" + CosText.string(details.reason()) + "\n"
                + (details.location().isEmpty() ? "" : "/Location" + CosText.string(details.location()) + "\n");
    }

    /** Writes the signature dictionary and returns where the {@code <} of {@code /Contents} stands. */
    private static int writeSignature(Increment increment, int number, String entries, int room) {
        increment.begin(number);
        increment.text("<<" + entries + BYTE_RANGE_GAP + "\n/Contents");
        int contents = increment.position();
        increment.text("<" + "0".repeat(room * 2) + ">\n>>\nendobj\n");
        return contents;
    }

    private static void writeAppearance(
            Increment increment, int number, ChainState tip, EmptyField field, List<String> lines) {
        StringBuilder fonts = new StringBuilder();
        for (Map.Entry<FontStyle, FontReference> font : tip.fonts().entrySet()) {
            fonts.append('/')
                    .append(font.getKey().resourceName())
                    .append(' ')
                    .append(CosText.reference(font.getValue().objectNumber()));
        }
        String content = SignatureAppearance.content(lines, field.width(), field.height(), tip.fonts());
        increment.stream(
                number,
                "/Type/XObject/Subtype/Form/FormType 1/BBox[0 0 " + CosText.number(field.width()) + " "
                        + CosText.number(field.height()) + "]/Resources<</Font<<" + fonts + ">>>>",
                content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sets the byte range, has the digest signed, puts the answer in its room; null when it does not fit. */
    private static @Nullable AppendedRevision splice(
            ChainState tip,
            Increment.Closed closed,
            int contents,
            int room,
            Catalog catalog,
            String fieldName,
            CmsSigner signer) {
        byte[] delta = closed.bytes();
        int behind = contents + room * 2 + 2;
        String range = String.format(
                java.util.Locale.ROOT,
                "/ByteRange[0 %010d %010d %010d]",
                tip.length() + contents,
                tip.length() + behind,
                delta.length - behind);
        int rangeAt = contents - "\n/Contents".length() - BYTE_RANGE_GAP.length();
        put(delta, rangeAt, range);
        MessageDigest digest = tip.runningDigest();
        digest.update(delta, 0, contents);
        digest.update(delta, behind, delta.length - behind);
        byte[] cms = signer.sign(digest.digest());
        if (cms.length > room) {
            return null;
        }
        put(delta, contents + 1, HexFormat.of().withUpperCase().formatHex(cms));
        ChainState next = tip.after(delta, closed.xrefOffset(), closed.size(), catalog, fieldName);
        return new AppendedRevision(delta, next);
    }

    private static void put(byte[] target, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, target, at, bytes.length);
    }

    /** What goes into the signature dictionary and what people see. */
    public record SignatureDetails(
            String fieldName,
            String signerName,
            String reason,
            String location,
            Instant claimedAt,
            List<String> appearance) {}
}
