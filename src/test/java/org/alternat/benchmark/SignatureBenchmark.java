package org.alternat.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainReader;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.RevisionGate;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.ValidationDataCollector;
import org.alternat.pki.CmsSigner;
import org.alternat.pki.SignatorySubject;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The signatures of one declaration: one-shot key and certificate, PAdES B-T with the embedded timestamp authority, visible
 * text, delta and gate; then the archive timestamp and our verifier. Everything but the database. Beside it PDFBox's own way
 * of signing with the same keys, and EU DSS.
 */
class SignatureBenchmark {

    private static final List<Integer> TOLD = List.of(1, 10, 25, 50, 100, 1000);
    private static final int REPETITIONS = 5;

    @TempDir
    Path folder;

    private TestPki pki;
    private RevisionGate gate;
    private final ChainWriter writer = new ChainWriter();

    @Test
    void ours() throws Exception {
        open();
        BenchmarkRows rows = new BenchmarkRows("alternat");
        for (int i = 0; i < 5; i++) {
            signed(Bases.prepared(50, 100), 100, new Series());
        }
        for (int baseKb : List.of(50, 1000, 50_000)) {
            Series series = new Series();
            PdfBytes prepared = Bases.prepared(baseKb, 100);
            for (int i = 0; i < REPETITIONS; i++) {
                signed(prepared, 100, series);
            }
            series.tell(rows, baseKb, TOLD);
        }
        Series thousand = new Series();
        for (int i = 0; i < 3; i++) {
            signed(Bases.prepared(50, 1000), 1000, thousand);
        }
        thousand.tell(rows, 51, List.of(1, 1000));
        archiveAndVerify(signed(Bases.prepared(50, 100), 100, new Series()), rows);
        rows.publish();
    }

    @Test
    void pdfbox_and_bouncy_castle() throws Exception {
        open();
        BenchmarkRows rows = new BenchmarkRows("pdfbox-bc");
        signedByPdfBox(Bases.prepared(50, 100).toByteArray(), 100, new Series());
        for (int baseKb : List.of(50, 1000)) {
            Series series = new Series();
            byte[] signed = signedByPdfBox(Bases.prepared(baseKb, 100).toByteArray(), 100, series);
            series.tell(rows, baseKb, TOLD);
            if (baseKb == 50) {
                Cost cost = Cost.median(Cost.several(REPETITIONS, () -> archivedByPdfBox(signed)));
                rows.add("seal-lta", 100, 50, signed.length, cost, archivedByPdfBox(signed).length - signed.length);
            }
        }
        Series large = new Series();
        signedByPdfBox(Bases.prepared(50_000, 100).toByteArray(), 12, large);
        large.tell(rows, 50_000, List.of(1, 10));
        Series thousand = new Series();
        signedByPdfBox(Bases.prepared(50, 1000).toByteArray(), 1000, thousand);
        thousand.tell(rows, 51, List.of(1, 1000));
        rows.publish();
    }

    /** With a visible text, as ours has it: that is what ours is compared with. */
    @Test
    void dss() throws Exception {
        BenchmarkRows rows = new BenchmarkRows("dss");
        for (int baseKb : List.of(50, 1000, 50_000)) {
            signedByDss(rows, baseKb, DssProcess.Appearance.VISIBLE);
        }
        rows.publish();
    }

    @Test
    void dss_without_a_visible_text() throws Exception {
        BenchmarkRows rows = new BenchmarkRows("dss-invisible");
        signedByDss(rows, 50, DssProcess.Appearance.PLAIN);
        rows.publish();
    }

    private void signedByDss(BenchmarkRows rows, int baseKb, DssProcess.Appearance appearance) throws Exception {
        Series series = new Series();
        boolean large = baseKb > 10_000;
        boolean untilArchived = baseKb == 50 && appearance == DssProcess.Appearance.VISIBLE;
        PdfBytes prepared = Bases.prepared(baseKb, 100);
        for (DssProcess.Figure figure : DssProcess.run(folder, prepared, large ? 12 : 100, appearance, untilArchived)) {
            Series.Made made = figure.made();
            if (figure.work().equals("sign-bt")) {
                series.add(figure.n(), made);
            } else {
                rows.add(figure.work(), figure.n(), baseKb, made.before(), made.cost(), made.bytes());
            }
        }
        series.tell(rows, baseKb, large ? List.of(1, 10) : TOLD);
    }

    private void open() {
        pki = new TestPki(folder);
        gate = new RevisionGate(pki.anchors());
    }

    /** A whole chain; the file as it is in the end. */
    private PdfBytes signed(PdfBytes prepared, int signatories, Series series) throws Exception {
        ChainState tip = ChainReader.read(prepared);
        ByteArrayOutputStream file = new ByteArrayOutputStream(prepared.length());
        file.writeBytes(prepared.toByteArray());
        for (int n = 1; n <= signatories; n++) {
            ChainState before = tip;
            int number = n;
            AppendedRevision[] made = new AppendedRevision[1];
            Cost cost = Cost.of(() -> made[0] = sign(before, number));
            tip = made[0].state();
            file.writeBytes(made[0].delta());
            series.add(n, new Series.Made(before.length(), cost, made[0].delta().length));
        }
        return new PdfBytes(file.toByteArray());
    }

    private AppendedRevision sign(ChainState tip, int n) throws Exception {
        SignatoryId id = SignatoryId.random();
        String field = SignatureFields.signature(n);
        AppendedRevision revision = writer.sign(tip, details(field), signer(id, n));
        gate.check(
                tip,
                revision.delta(),
                new RevisionGate.Expectation(
                        field, RevisionGate.Expectation.Kind.SIGNATURE, Optional.of(id.toString()), Instant.now()));
        return revision;
    }

    private void archiveAndVerify(PdfBytes signed, BenchmarkRows rows) throws Exception {
        ChainState tip = ChainReader.read(signed);
        ValidationDataCollector collector = new ValidationDataCollector(pki.revocationData(), pki.timestamps());
        AppendedRevision[] made = new AppendedRevision[1];
        Cost archived = Cost.median(Cost.several(
                15,
                () -> made[0] = writer.archive(
                        tip, SignatureFields.archiveTimestamp(1), collector.collect(signed), pki.timestamps())));
        rows.add("seal-lta", 100, 50, signed.length(), archived, made[0].delta().length);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(signed.toByteArray());
        file.writeBytes(made[0].delta());
        PdfBytes whole = new PdfBytes(file.toByteArray());
        SignatureVerifier verifier = new SignatureVerifier(pki.anchors());
        Cost verified = Cost.median(Cost.several(15, () -> verifier.verify(whole)));
        rows.add("verify", 100, 50, whole.length(), verified, 0);
    }

    private byte[] signedByPdfBox(byte[] prepared, int signatories, Series series) throws Exception {
        byte[] file = prepared;
        for (int n = 1; n <= signatories; n++) {
            byte[] before = file;
            byte[][] after = new byte[1][];
            int number = n;
            Cost cost = Cost.of(() -> after[0] = PdfBoxSigning.sign(
                    before, SignatureFields.signature(number), signer(SignatoryId.random(), number)));
            file = after[0];
            series.add(n, new Series.Made(before.length, cost, file.length - before.length));
        }
        return file;
    }

    private byte[] archivedByPdfBox(byte[] signed) throws Exception {
        return PdfBoxSigning.archive(
                signed,
                SignatureFields.archiveTimestamp(1),
                new ValidationDataCollector(pki.revocationData(), pki.timestamps()).collect(new PdfBytes(signed)),
                digest -> pki.timestamps().timestamp(Sha256.ofDigest(digest)));
    }

    private CmsSigner signer(SignatoryId id, int n) {
        return pki.signatorySigner()
                .signerFor(new SignatorySubject(id, "Zoë", "D’Hondt-Łukasiewicz", "Fédération n° " + n, "BE"));
    }

    private static SignatureDetails details(String field) {
        return new SignatureDetails(
                field,
                "Zoë D’Hondt-Łukasiewicz",
                "Signe la déclaration au nom de sa fédération",
                "Villeneuve-d’Ascq",
                Instant.now(),
                List.of(
                        "Zoë D’Hondt-Łukasiewicz",
                        "Administratrice déléguée",
                        "pour la Fédération de l’économie sociale et solidaire",
                        "Villeneuve-d’Ascq, 28 novembre 2019, 13 h 05 (Paris)"));
    }
}
