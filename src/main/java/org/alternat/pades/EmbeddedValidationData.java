package org.alternat.pades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.pki.TimestampToken;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Takes out of a signed file what it carries for its own validation, so that it can be laid beside it: the certificates of
 * every signature and timestamp, and the DSS dictionary (EN 319 142-1, clause 5.4.2). Nothing is checked here.
 */
public final class EmbeddedValidationData {

    private static final COSName DSS = COSName.getPDFName("DSS");

    private final Map<Sha256, byte[]> certificates = new LinkedHashMap<>();
    private final Map<Sha256, byte[]> revocationLists = new LinkedHashMap<>();
    private final Map<Sha256, byte[]> revocationAnswers = new LinkedHashMap<>();

    private EmbeddedValidationData() {}

    /**
     * Each certificate, list and answer once, in the order in which the file came by them.
     *
     * @throws IllegalArgumentException when the file cannot be read as a PDF with signatures
     */
    public static ValidationData read(PdfBytes file) {
        EmbeddedValidationData found = new EmbeddedValidationData();
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            List<PDSignature> inOrder = new ArrayList<>(document.getSignatureDictionaries());
            inOrder.sort(Comparator.comparingInt(signature -> signature.getByteRange()[2]));
            for (PDSignature signature : inOrder) {
                found.addSignature(signature);
            }
            COSDictionary store = document.getDocumentCatalog().getCOSObject().getCOSDictionary(DSS);
            if (store != null) {
                addStreams(store.getCOSArray(COSName.getPDFName("Certs")), found.certificates);
                addStreams(store.getCOSArray(COSName.getPDFName("CRLs")), found.revocationLists);
                addStreams(store.getCOSArray(COSName.getPDFName("OCSPs")), found.revocationAnswers);
            }
        } catch (IOException | RevisionRefusedException | TimestampToken.InvalidTimestampException e) {
            throw new IllegalArgumentException("the file's signatures cannot be read", e);
        }
        return new ValidationData(
                List.copyOf(found.certificates.values()),
                List.copyOf(found.revocationLists.values()),
                List.copyOf(found.revocationAnswers.values()));
    }

    private void addSignature(PDSignature signature)
            throws IOException, RevisionRefusedException, TimestampToken.InvalidTimestampException {
        byte[] contents = signature.getContents();
        if ("ETSI.RFC3161".equals(signature.getSubFilter())) {
            addCertificates(
                    TimestampToken.parse(CmsContents.withoutPadding(contents)).certificates());
            return;
        }
        CmsContents cms = CmsContents.parse(contents);
        keep(cms.certificate().getEncoded(), certificates);
        addCertificates(cms.certificates());
        Optional<TimestampToken> timestamp = cms.attachedTimestamp();
        if (timestamp.isPresent()) {
            addCertificates(timestamp.get().certificates());
        }
    }

    private void addCertificates(Collection<X509CertificateHolder> holders) throws IOException {
        for (X509CertificateHolder holder : holders) {
            keep(holder.getEncoded(), certificates);
        }
    }

    private static void addStreams(@org.jspecify.annotations.Nullable COSArray array, Map<Sha256, byte[]> kept)
            throws IOException {
        if (array == null) {
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.getObject(i) instanceof COSStream stream) {
                try (var in = stream.createInputStream()) {
                    keep(in.readAllBytes(), kept);
                }
            }
        }
    }

    private static void keep(byte[] der, Map<Sha256, byte[]> kept) {
        kept.putIfAbsent(Sha256.of(der), der);
    }
}
