package org.alternat.pades;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pki.CmsSigner;
import org.alternat.pki.SignatorySubject;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.SignatoryId;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A chain that a test builds step by step, keeping every prefix. */
public final class ChainFixture {

    TestPki pki;
    final ChainWriter writer = new ChainWriter();
    RevisionGate gate;
    final List<PdfBytes> prefixes = new ArrayList<>();

    /** What was kept in memory after each of the prefixes, from the prepared one on. */
    final List<ChainState> states = new ArrayList<>();

    ChainState tip;

    public ChainFixture(Path folder, PdfBytes text, int signatories) {
        this(new TestPki(folder), text, signatories);
    }

    public ChainFixture(TestPki pki, PdfBytes text, int signatories) {
        this(pki, text, pages(signatories));
    }

    ChainFixture(Path folder, PdfBytes text, SignaturePages pages) {
        this(new TestPki(folder), text, pages);
    }

    private ChainFixture(TestPki pki, PdfBytes text, SignaturePages pages) {
        this.pki = pki;
        this.gate = new RevisionGate(pki.anchors());
        PdfBytes prepared = new FieldPreparation().prepare(text, pages);
        prefixes.add(text);
        prefixes.add(prepared);
        tip = ChainReader.read(prepared);
        states.add(tip);
    }

    /** From here on, other keys sign on the same chain. */
    public void continueWith(TestPki next) {
        pki = next;
        gate = new RevisionGate(next.anchors());
    }

    public static PdfBytes text(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 14);
                    content.newLineAtOffset(70, 700);
                    content.showText("Article " + (i + 1));
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return new PdfBytes(out.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static SignaturePages pages(int signatories) {
        List<SignaturePages.Block> blocks = new ArrayList<>();
        for (int n = 1; n <= signatories; n++) {
            blocks.add(new SignaturePages.Block(
                    n,
                    SignatureFields.signature(n),
                    "Fédération n° " + n + " de l’économie sociale",
                    n % 3 == 0 ? "Québec" : "Wallonie",
                    "Signature pour la Fédération n° " + n,
                    Locale.FRENCH));
        }
        int cut = Math.max(1, signatories - signatories / 4);
        List<SignaturePages.Group> groups = new ArrayList<>();
        groups.add(new SignaturePages.Group("Europe", blocks.subList(0, Math.min(cut, signatories))));
        if (cut < signatories) {
            groups.add(new SignaturePages.Group("Québec", blocks.subList(cut, signatories)));
        }
        return new SignaturePages(
                "Déclaration commune",
                "Signatures · Handtekeningen",
                Locale.FRENCH,
                groups,
                "Sceau du service",
                List.of(),
                "",
                PublicityFootTest.FOOT);
    }

    public AppendedRevision sign(int n) throws RevisionRefusedException {
        SignatoryId id = SignatoryId.random();
        AppendedRevision revision = writer.sign(
                tip,
                details(SignatureFields.signature(n), "Zoë D’Hondt-Łukasiewicz " + n),
                pki.signatorySigner()
                        .signerFor(new SignatorySubject(
                                id, "Zoë", "D’Hondt-Łukasiewicz " + n, "Fédération n° " + n, "BE")));
        gate.check(tip, revision.delta(), expectation(SignatureFields.signature(n), Optional.of(id.toString())));
        return keep(revision);
    }

    /** A signature by a signer of the test's own choice. */
    public void signWith(CmsSigner signer, int n, String subjectSerialNumber) throws RevisionRefusedException {
        AppendedRevision revision =
                writer.sign(tip, details(SignatureFields.signature(n), "Zoë D’Hondt-Łukasiewicz " + n), signer);
        gate.check(tip, revision.delta(), expectation(SignatureFields.signature(n), Optional.of(subjectSerialNumber)));
        keep(revision);
    }

    /** A signature on a state that somebody else keeps. */
    public AppendedRevision revisionFor(ChainState state, int n, TestPki by) {
        SignatoryId id = SignatoryId.random();
        return writer.sign(
                state,
                details(SignatureFields.signature(n), "Émilie Van den Broeck " + n),
                by.signatorySigner()
                        .signerFor(new SignatorySubject(id, "Émilie", "Van den Broeck", "Fédération n° " + n, "BE")));
    }

    /** The closing seal on a state that somebody else keeps. */
    public AppendedRevision sealFor(ChainState state, TestPki by) {
        return writer.sign(state, details(SignatureFields.SEAL, "Alternat"), by.seal());
    }

    /** The head with a signature that was made elsewhere. */
    public void take(byte[] upload) {
        prefixes.add(new PdfBytes(upload));
        tip = ChainReader.read(head());
        states.add(tip);
    }

    public AppendedRevision certify() throws RevisionRefusedException {
        AppendedRevision revision = writer.certify(tip, details(SignatureFields.CERTIFICATION, "Alternat"), pki.seal());
        gate.check(tip, revision.delta(), expectation(SignatureFields.CERTIFICATION, Optional.empty()));
        return keep(revision);
    }

    public void seal() throws RevisionRefusedException {
        AppendedRevision seal = writer.sign(tip, details(SignatureFields.SEAL, "Alternat"), pki.seal());
        gate.check(tip, seal.delta(), expectation(SignatureFields.SEAL, Optional.empty()));
        keep(seal);
        archive(pki, Instant.now());
    }

    /** One more archive timestamp, years later, with the same service's keys. */
    public void renew(TestPki later, Instant at) throws RevisionRefusedException {
        archive(later, at);
    }

    private void archive(TestPki by, Instant now) throws RevisionRefusedException {
        String field = tip.emptyArchiveTimestampField().orElseThrow();
        AppendedRevision archive = writer.archive(
                tip,
                field,
                new ValidationDataCollector(by.revocationData(), by.timestamps()).collect(head()),
                by.timestamps());
        gate.check(
                tip,
                archive.delta(),
                new RevisionGate.Expectation(
                        field, RevisionGate.Expectation.Kind.ARCHIVE_TIMESTAMP, Optional.empty(), now));
        keep(archive);
    }

    public java.util.List<java.security.cert.X509Certificate> anchors() {
        return pki.anchors().x509Certificates();
    }

    public TestPki pki() {
        return pki;
    }

    /** Every state of the file, the frozen text first. */
    public List<PdfBytes> prefixes() {
        return List.copyOf(prefixes);
    }

    public PdfBytes head() {
        return prefixes.get(prefixes.size() - 1);
    }

    private AppendedRevision keep(AppendedRevision revision) {
        byte[] before = head().toByteArray();
        byte[] after = java.util.Arrays.copyOf(before, before.length + revision.delta().length);
        System.arraycopy(revision.delta(), 0, after, before.length, revision.delta().length);
        prefixes.add(new PdfBytes(after));
        tip = revision.state();
        states.add(tip);
        return revision;
    }

    static SignatureDetails details(String field, String name) {
        return new SignatureDetails(
                field,
                name,
                "Signe la déclaration au nom de sa fédération",
                "Villeneuve-d’Ascq",
                Instant.now(),
                List.of(
                        name,
                        "Administratrice déléguée",
                        "pour la Fédération de l’économie sociale et solidaire",
                        "Villeneuve-d’Ascq, 28 novembre 2019, 13 h 05 (Paris)"));
    }

    static RevisionGate.Expectation expectation(String field, Optional<String> serial) {
        return new RevisionGate.Expectation(field, RevisionGate.Expectation.Kind.SIGNATURE, serial, Instant.now());
    }
}
