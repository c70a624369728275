package org.alternat.judge.process;

import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Where DSS is asked: what it may believe, what it may not reach, and by which policy it decides. */
final class Bench {

    Answer judge(Request request) throws IOException {
        byte[] pdf = Base64.getDecoder().decode(request.pdf());
        List<CertificateToken> anchors = request.trustAnchors().stream()
                .map(anchor -> DSSUtils.loadCertificate(Base64.getDecoder().decode(anchor)))
                .toList();
        Reports reports;
        try {
            PDFDocumentValidator validator = validator(pdf, anchors);
            if (request.validationTime() != null) {
                validator.setValidationTime(Date.from(Instant.parse(request.validationTime())));
            }
            reports = validate(validator);
        } catch (RuntimeException | StackOverflowError notAFileThatCanBeRead) {
            // Its message may quote the file: the kind is enough for the service, the rest is for who debugs the judge.
            return Answer.unreadable(notAFileThatCanBeRead.getClass().getSimpleName());
        }
        return new Findings(reports, pdf.length).answer();
    }

    private static Reports validate(PDFDocumentValidator validator) throws IOException {
        try (InputStream policy = Bench.class.getResourceAsStream("policy.xml")) {
            return validator.validateDocument(policy);
        }
    }

    private static PDFDocumentValidator validator(byte[] pdf, List<CertificateToken> anchors) {
        PDFDocumentValidator validator =
                new PDFDocumentValidator(new InMemoryDocument(pdf, "declaration.pdf", MimeTypeEnum.PDF));
        validator.setCertificateVerifier(offline(anchors));
        SignaturePolicyProvider noPolicies = new SignaturePolicyProvider();
        noPolicies.setDataLoader(null);
        validator.setSignaturePolicyProvider(noPolicies);
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        PdfBoxDefaultObjectFactory pdfBox = new PdfBoxDefaultObjectFactory();
        pdfBox.setPdfDifferencesFinder(differences);
        DefaultPdfObjectModificationsFinder modifications = new DefaultPdfObjectModificationsFinder();
        modifications.setPdfObjectModificationsFilter(new TaggedFieldChanges());
        pdfBox.setPdfObjectModificationsFinder(modifications);
        validator.setPdfObjFactory(pdfBox);
        return validator;
    }

    /** Only what the file embeds, and the anchors. */
    private static CommonCertificateVerifier offline(List<CertificateToken> anchors) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.forEach(trusted::addCertificate);
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource(null);
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }
}
