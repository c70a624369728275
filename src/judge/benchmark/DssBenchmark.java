import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * What EU DSS needs for the same work: B-T signatures in the fields of a prepared file, one after the other, then LTA, then
 * validation. Run from its source in a process of its own, on the judge's class path; it prints a line for each figure:
 * work, number, size before, CPU ms, wall ms, bytes added. With a visible text as ours has it: four lines of vector text in
 * the same font, of which each signature embeds what it needs. In its favour: one key and certificate for all signatures.
 */
public final class DssBenchmark {

    private static final Path FONT = Path.of("src", "main", "resources", "fonts", "GentiumBookPlus-Regular.ttf");
    private static final String TEXT = String.join(
            "\n",
            "Zoë D’Hondt-Łukasiewicz",
            "Administratrice déléguée",
            "pour la Fédération de l’économie sociale et solidaire",
            "Villeneuve-d’Ascq, 28 novembre 2019, 13 h 05 (Paris)");
    private static final X500Name CA = new X500Name("CN=Benchmark CA");

    private final KeyPair authority = key();
    private final X509Certificate root = certificate(CA, authority, CA, null);
    private final KeyPair signing = key();
    private final X509Certificate signer = certificate(new X500Name("CN=Signer"), signing, CA, null);
    private final KeyPair stamping = key();
    private final X509Certificate timestamper =
            certificate(new X500Name("CN=Timestamps"), stamping, CA, KeyPurposeId.id_kp_timeStamping);
    private final byte[] revocationList = revocationList();
    private final PAdESService service = new PAdESService(verifier());
    private final DSSFileFont font;

    private DssBenchmark(boolean visible) throws Exception {
        font = visible ? new DSSFileFont(new FileDocument(FONT.toFile()), 7.6f) : null;
        if (font != null) {
            font.setEmbedFontSubset(true);
            service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        }
        KeyEntityTSPSource timestamps =
                new KeyEntityTSPSource(stamping.getPrivate(), timestamper, List.of(timestamper, root));
        timestamps.setTsaPolicy("1.2.3.4");
        service.setTspSource(timestamps);
    }

    /** Arguments: the prepared file, how many fields to sign, "visible" or "plain", and "lta" when LTA and validation follow. */
    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        byte[] file = Files.readAllBytes(Path.of(arguments[0]));
        int signatures = Integer.parseInt(arguments[1]);
        DssBenchmark dss = new DssBenchmark(arguments[2].equals("visible"));
        byte[] warm = file;
        for (int n = 1; n <= Math.min(signatures, file.length > 5_000_000 ? 2 : 20); n++) {
            warm = dss.sign(warm, n);
        }
        byte[] current = file;
        for (int n = 1; n <= signatures; n++) {
            byte[] before = current;
            byte[][] after = new byte[1][];
            int number = n;
            tell("sign-bt", n, before.length, () -> after[0] = dss.sign(before, number), after);
            current = after[0];
        }
        if (arguments.length > 3) {
            byte[] signed = current;
            byte[][] after = new byte[1][];
            dss.extend(signed);
            tell("seal-lta", signatures, signed.length, () -> after[0] = dss.extend(signed), after);
            byte[] archived = after[0];
            dss.validate(archived);
            tell("verify", signatures, archived.length, () -> dss.validate(archived), new byte[][] {archived});
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void tell(String work, int n, long before, Work todo, byte[][] after) throws Exception {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        todo.run();
        double cpuMs = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
        double wallMs = (System.nanoTime() - wall) / 1e6;
        System.out.printf(
                Locale.ROOT, "%s %d %d %.3f %.3f %d%n", work, n, before, cpuMs, wallMs, after[0].length - before);
    }

    private byte[] sign(byte[] file, int n) throws Exception {
        InMemoryDocument document = new InMemoryDocument(file);
        PAdESSignatureParameters parameters = parameters(SignatureLevel.PAdES_BASELINE_T);
        parameters.getImageParameters().getFieldParameters().setFieldId(String.format(Locale.ROOT, "SIG_%04d", n));
        if (font != null) {
            SignatureImageTextParameters text = new SignatureImageTextParameters();
            text.setText(TEXT);
            text.setFont(font);
            parameters.getImageParameters().setTextParameters(text);
        }
        Signature signature = Signature.getInstance("SHA256withECDSA", "BC");
        signature.initSign(signing.getPrivate());
        signature.update(service.getDataToSign(document, parameters).getBytes());
        return bytes(service.signDocument(
                document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign())));
    }

    private byte[] extend(byte[] file) throws Exception {
        return bytes(service.extendDocument(new InMemoryDocument(file), parameters(SignatureLevel.PAdES_BASELINE_LTA)));
    }

    private void validate(byte[] file) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(file));
        validator.setCertificateVerifier(verifier());
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        PdfBoxDefaultObjectFactory pdfBox = new PdfBoxDefaultObjectFactory();
        pdfBox.setPdfDifferencesFinder(differences);
        validator.setPdfObjFactory(pdfBox);
        validator.validateDocument();
    }

    private PAdESSignatureParameters parameters(SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(signer));
        parameters.setCertificateChain(new CertificateToken(signer), new CertificateToken(root));
        parameters.bLevel().setSigningDate(new Date());
        return parameters;
    }

    private CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(root));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(null);
        verifier.setOcspSource(null);
        verifier.setCrlSource((certificate, issuer) -> {
            try {
                CRLToken token = new CRLToken(
                        certificate, CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(revocationList), issuer));
                token.setExternalOrigin(RevocationOrigin.EXTERNAL);
                return token;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
        return verifier;
    }

    private static byte[] bytes(DSSDocument document) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.writeTo(out);
        return out.toByteArray();
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "BC");
        generator.initialize(new ECGenParameterSpec("P-256"));
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(X500Name subject, KeyPair key, X500Name issuer, KeyPurposeId purpose)
            throws Exception {
        Date from = Date.from(Instant.now().minus(Duration.ofHours(1)));
        Date to = Date.from(Instant.now().plus(Duration.ofDays(400)));
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, BigInteger.valueOf(System.nanoTime()), from, to, subject, key.getPublic());
        boolean isAuthority = subject.equals(issuer);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        isAuthority
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                : purpose == null ? KeyUsage.nonRepudiation : KeyUsage.digitalSignature));
        if (purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        if (!isAuthority) {
            GeneralNames address =
                    new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://localhost/crl"));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(address), null, null)
            }));
        }
        return new JcaX509CertificateConverter().getCertificate(builder.build(authoritySigner()));
    }

    private byte[] revocationList() throws Exception {
        JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(
                root.getSubjectX500Principal(), Date.from(Instant.now().minusSeconds(1)));
        builder.setNextUpdate(Date.from(Instant.now().plus(Duration.ofDays(30))));
        return builder.build(authoritySigner()).getEncoded();
    }

    private ContentSigner authoritySigner() throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").setProvider("BC").build(authority.getPrivate());
    }
}
