package org.alternat.pades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.alternat.pades.VerificationReport.Kind;
import org.alternat.pades.VerificationReport.Level;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.pki.CertificateChecks;
import org.alternat.pki.CertificateNames;
import org.alternat.pki.TimestampToken;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole file and checks every signature in it, in one pass over its bytes: the byte rule, the CMS, the
 * timestamps, the way to a trust anchor. Whether something is qualified, or revoked, is the judge's question.
 */
public final class SignatureVerifier {

    private final TrustAnchors anchors;

    public SignatureVerifier(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /** @throws IllegalArgumentException when the file cannot be read as a PDF */
    public VerificationReport verify(PdfBytes file) {
        byte[] bytes = file.toByteArray();
        SignedDocument document = read(bytes);
        List<SignedField> fields = document.fields();
        boolean endsWithArchiveTimestamp =
                !fields.isEmpty() && fields.get(fields.size() - 1).isArchiveTimestamp();
        List<VerifiedSignature> signatures = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        MessageDigest running = Sha256.newDigest();
        int hashed = 0;
        long covered = 0;
        for (SignedField field : fields) {
            List<String> wrong = new ArrayList<>();
            if (!obeysByteRule(bytes, field.range()) || field.range()[1] < covered) {
                wrong.add("the byte range does not cover everything but /Contents");
                signatures.add(unverified(field, wrong));
                continue;
            }
            int from = field.range()[1];
            int to = field.range()[2];
            running.update(bytes, hashed, from - hashed);
            hashed = from;
            MessageDigest digest = copy(running);
            digest.update(bytes, to, field.range()[3]);
            covered = (long) to + field.range()[3];
            byte[] contents =
                    HexFormat.of().parseHex(new String(bytes, from + 1, to - from - 2, StandardCharsets.ISO_8859_1));
            Level reachable =
                    endsWithArchiveTimestamp ? Level.B_LTA : document.hasSecurityStore() ? Level.B_LT : Level.B_T;
            signatures.add(verify(field, contents, digest.digest(), reachable, covered));
        }
        if (covered != bytes.length) {
            problems.add("bytes stand behind the last signature");
        }
        return new VerificationReport(List.copyOf(signatures), List.copyOf(problems));
    }

    private VerifiedSignature verify(SignedField field, byte[] contents, byte[] digest, Level reachable, long covered) {
        List<String> wrong = new ArrayList<>();
        try {
            if (field.isArchiveTimestamp()) {
                TimestampToken token = TimestampToken.parse(CmsContents.withoutPadding(contents));
                token.verify(Sha256.ofDigest(digest));
                checkTrust(token, wrong);
                return described(field, Kind.ARCHIVE_TIMESTAMP, null, token.signer(), token.instant(), covered, wrong);
            }
            CmsContents cms = CmsContents.parse(contents);
            cms.verify(digest);
            Optional<TimestampToken> timestamp = cms.signatureTimestamp();
            Instant provenAt = null;
            if (timestamp.isPresent()) {
                provenAt = timestamp.get().instant();
                checkTrust(timestamp.get(), wrong);
            }
            // Without a timestamp nothing proves that the certificate was still valid.
            Instant at = provenAt == null ? Instant.MAX.minusSeconds(1) : provenAt;
            if (provenAt == null
                    || CertificateChecks.path(cms.certificate(), cms.certificates(), anchors.certificates(), at)
                            .isEmpty()) {
                wrong.add("the certificate does not lead to a trust anchor at the proven instant");
            }
            boolean seal = attribute(cms.certificate(), BCStyle.SURNAME).isEmpty();
            return described(
                    field,
                    seal ? Kind.SEAL : Kind.SIGNATURE,
                    provenAt == null ? Level.B_B : reachable,
                    cms.certificate(),
                    provenAt,
                    covered,
                    wrong);
        } catch (RevisionRefusedException | TimestampToken.InvalidTimestampException e) {
            wrong.add(String.valueOf(e.getMessage()));
            return unverified(field, wrong);
        }
    }

    private void checkTrust(TimestampToken token, List<String> wrong) throws TimestampToken.InvalidTimestampException {
        if (CertificateChecks.path(token.signer(), token.certificates(), anchors.certificates(), token.instant())
                .isEmpty()) {
            wrong.add("the timestamp authority does not lead to a trust anchor");
        }
    }

    private static VerifiedSignature described(
            SignedField field,
            Kind kind,
            @Nullable Level level,
            X509CertificateHolder certificate,
            @Nullable Instant provenAt,
            long covered,
            List<String> wrong) {
        return new VerifiedSignature(
                field.name(),
                kind,
                level,
                attribute(certificate, BCStyle.CN),
                attribute(certificate, BCStyle.O),
                provenAt,
                covered,
                List.copyOf(wrong));
    }

    private static VerifiedSignature unverified(SignedField field, List<String> wrong) {
        return new VerifiedSignature(
                field.name(),
                field.isArchiveTimestamp() ? Kind.ARCHIVE_TIMESTAMP : Kind.SIGNATURE,
                null,
                "",
                "",
                null,
                0,
                List.copyOf(wrong));
    }

    private static boolean obeysByteRule(byte[] bytes, int[] range) {
        if (range.length != 4
                || range[0] != 0
                || range[1] <= 0
                || range[2] <= range[1] + 1
                || range[3] <= 0
                || (long) range[2] + range[3] > bytes.length
                || bytes[range[1]] != '<'
                || bytes[range[2] - 1] != '>'
                || (range[2] - range[1]) % 2 != 0) {
            return false;
        }
        for (int i = range[1] + 1; i < range[2] - 1; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static SignedDocument read(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<SignedField> fields = new ArrayList<>();
            for (PDSignatureField field : document.getSignatureFields()) {
                PDSignature signature = field.getSignature();
                if (signature != null) {
                    fields.add(new SignedField(
                            field.getFullyQualifiedName(),
                            COSName.getPDFName("ETSI.RFC3161").getName().equals(signature.getSubFilter()),
                            signature.getByteRange()));
                }
            }
            fields.sort(Comparator.comparingLong(
                    field -> field.range().length == 4 ? (long) field.range()[2] + field.range()[3] : 0));
            return new SignedDocument(
                    fields, document.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("DSS")));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file cannot be read as a PDF", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    private static String attribute(X509CertificateHolder certificate, ASN1ObjectIdentifier type) {
        return CertificateNames.attribute(certificate, type).orElse("");
    }

    private record SignedDocument(List<SignedField> fields, boolean hasSecurityStore) {}

    private record SignedField(String name, boolean isArchiveTimestamp, int[] range) {

        @Override
        public boolean equals(Object other) {
            return other instanceof SignedField field && name.equals(field.name());
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
