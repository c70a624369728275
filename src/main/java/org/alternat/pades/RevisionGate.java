package org.alternat.pades;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.CertificateNames;
import org.alternat.pki.TimestampToken;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Checks a revision of our own before it is stored: it works on the increment and the kept state alone, and shares no code
 * with the {@link ChainWriter} that made it. A revision that fails any rule is refused whole.
 */
public final class RevisionGate {

    private static final Pattern BYTE_RANGE = Pattern.compile("/ByteRange\\[(\\d+) (\\d+) (\\d+) (\\d+)]");
    private static final Pattern END = Pattern.compile("/Prev (\\d+)>>\\nstartxref\\n(\\d+)\\n%%EOF\\n\\z");
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final TrustAnchors anchors;
    private volatile @Nullable TimestampingUnit lastUnit;

    public RevisionGate(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /** What the revision must hold: a signature of this person, or a seal, or an archive timestamp, in this field. */
    public record Expectation(String fieldName, Kind kind, Optional<String> subjectSerialNumber, Instant now) {

        public enum Kind {
            SIGNATURE,
            ARCHIVE_TIMESTAMP
        }
    }

    /**
     * Passes or refuses.
     *
     * @return the instant of the timestamp that proves the signature
     */
    public Instant check(ChainState tip, byte[] delta, Expectation expected) throws RevisionRefusedException {
        String text = new String(delta, StandardCharsets.ISO_8859_1);
        checkEnd(tip, text);
        checkField(tip, text, expected.fieldName());
        Gap gap = gap(tip, text);
        MessageDigest digest = tip.runningDigest();
        digest.update(delta, 0, gap.from());
        digest.update(delta, gap.to(), delta.length - gap.to());
        byte[] covered = digest.digest();
        byte[] contents = HexDigits.read(delta, gap.from() + 1, gap.to() - 1);
        if (contents == null) {
            throw new RevisionRefusedException("the byte range does not cover everything but /Contents");
        }
        return expected.kind() == Expectation.Kind.ARCHIVE_TIMESTAMP
                ? checkTimestamp(contents, covered, expected.now())
                : checkSignature(contents, covered, expected);
    }

    /** One update, which points back to the last one and nowhere else. */
    private static void checkEnd(ChainState tip, String text) throws RevisionRefusedException {
        Matcher end = END.matcher(text);
        if (!end.find()
                || Long.parseLong(end.group(1)) != tip.xrefOffset()
                || text.indexOf("startxref") != text.lastIndexOf("startxref")) {
            throw new RevisionRefusedException("not exactly one update behind the head of the chain");
        }
        long xref = Long.parseLong(end.group(2)) - tip.length();
        if (xref <= 0 || xref >= text.length() || !text.startsWith("xref\n", (int) xref)) {
            throw new RevisionRefusedException("the cross-reference section is not where it should be");
        }
    }

    /** The field is the right one, it was empty, and it is filled once. */
    private static void checkField(ChainState tip, String text, String name) throws RevisionRefusedException {
        ChainState.EmptyField field = tip.emptyField(name)
                .orElseThrow(() -> new RevisionRefusedException("the field " + name + " is not empty"));
        String object = "\n" + field.objectNumber() + " 0 obj\n<<" + field.entries() + "/V ";
        int at = ("\n" + text).indexOf(object);
        if (at < 0 || text.indexOf("/V ", at + object.length()) >= 0) {
            throw new RevisionRefusedException("the field " + name + " is not filled as it should be");
        }
    }

    /** The byte rule: everything but {@code /Contents} is covered, from the first byte of the file to the last. */
    private static Gap gap(ChainState tip, String text) throws RevisionRefusedException {
        Matcher range = BYTE_RANGE.matcher(text);
        if (!range.find()) {
            throw new RevisionRefusedException("there is no byte range");
        }
        long[] values = new long[4];
        for (int i = 0; i < 4; i++) {
            values[i] = Long.parseLong(range.group(i + 1));
        }
        if (range.find()) {
            throw new RevisionRefusedException("there is more than one byte range");
        }
        long from = values[1] - tip.length();
        long to = values[2] - tip.length();
        if (values[0] != 0
                || from <= 0
                || to <= from
                || values[2] + values[3] != tip.length() + text.length()
                || text.charAt((int) from) != '<'
                || text.charAt((int) to - 1) != '>'
                || !text.startsWith("/Contents", (int) from - 9)) {
            throw new RevisionRefusedException("the byte range does not cover everything but /Contents");
        }
        return new Gap((int) from, (int) to);
    }

    private Instant checkSignature(byte[] contents, byte[] covered, Expectation expected)
            throws RevisionRefusedException {
        CmsContents cms = CmsContents.parse(contents);
        cms.verify(covered);
        TimestampToken timestamp = cms.signatureTimestamp()
                .orElseThrow(() -> new RevisionRefusedException("the signature has no timestamp"));
        checkInstant(timestamp, expected.now());
        if (CertificateChecks.path(cms.certificate(), cms.certificates(), anchors.certificates(), timestamp.instant())
                .isEmpty()) {
            throw new RevisionRefusedException("the certificate does not lead to a trust anchor");
        }
        if (expected.subjectSerialNumber().isPresent()
                && !expected.subjectSerialNumber()
                        .equals(CertificateNames.attribute(cms.certificate(), BCStyle.SERIALNUMBER))) {
            throw new RevisionRefusedException("the certificate names somebody else");
        }
        return timestamp.instant();
    }

    private Instant checkTimestamp(byte[] contents, byte[] covered, Instant now) throws RevisionRefusedException {
        try {
            TimestampToken token = TimestampToken.parse(CmsContents.withoutPadding(contents));
            token.verify(Sha256.ofDigest(covered));
            checkInstant(token, now);
            return token.instant();
        } catch (TimestampToken.InvalidTimestampException e) {
            throw new RevisionRefusedException("the archive timestamp does not hold", e);
        }
    }

    private void checkInstant(TimestampToken token, Instant now) throws RevisionRefusedException {
        if (Duration.between(token.instant(), now).abs().compareTo(CLOCK_TOLERANCE) > 0) {
            throw new RevisionRefusedException("the timestamp is more than five minutes away from our clock");
        }
        try {
            TimestampingUnit known = lastUnit;
            if (known == null || !known.vouchesFor(token)) {
                lastUnit = TimestampingUnit.of(token, anchors);
            }
        } catch (TimestampToken.InvalidTimestampException e) {
            throw new RevisionRefusedException("the timestamp does not hold", e);
        }
    }

    private record Gap(int from, int to) {}

    /** A timestamping unit with its way to a trust anchor: the same one signs token after token. */
    private record TimestampingUnit(List<X509CertificateHolder> path) {

        static TimestampingUnit of(TimestampToken token, TrustAnchors anchors)
                throws RevisionRefusedException, TimestampToken.InvalidTimestampException {
            return CertificateChecks.path(token.signer(), token.certificates(), anchors.certificates(), token.instant())
                    .map(TimestampingUnit::new)
                    .orElseThrow(() ->
                            new RevisionRefusedException("the timestamp authority does not lead to a trust anchor"));
        }

        boolean vouchesFor(TimestampToken token) throws TimestampToken.InvalidTimestampException {
            Date at = Date.from(token.instant());
            return path.get(0).equals(token.signer())
                    && path.stream().allMatch(certificate -> certificate.isValidOn(at));
        }
    }
}
