package org.alternat.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alternat.demo.SampleFiles;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.ChainReader;
import org.alternat.pades.ChainState;
import org.alternat.pades.ChainWriter;
import org.alternat.pades.FieldPreparation;
import org.alternat.pades.RevisionGate;
import org.alternat.pades.SignatureFields;
import org.alternat.pki.ServiceSeal;
import org.alternat.pki.SignatorySigner;
import org.alternat.pki.SignatorySubject;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.SignatoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The signatures of one declaration with a hundred signatories: one-shot key and certificate, PAdES B-T with the embedded
 * timestamp authority, delta and gate. Everything but the database.
 */
class SignatureBenchmark {

    private static final int SIGNATORIES = 100;
    private static final List<Integer> TOLD = List.of(1, 10, 25, 50, 100);
    private static final int WARM_UP = 5;
    private static final int REPETITIONS = 9;

    @TempDir
    Path folder;

    private final ChainWriter writer = new ChainWriter();
    private RevisionGate gate;
    private SignatorySigner signer;
    private ServiceSeal seal;

    @Test
    void a_signature_on_a_growing_chain() throws Exception {
        TestPki pki = new TestPki(folder);
        gate = new RevisionGate(pki.anchors());
        signer = pki.signatorySigner();
        seal = pki.seal();
        PdfBytes prepared =
                new FieldPreparation().prepare(new PdfBytes(SampleFiles.document()), ChainFixture.pages(SIGNATORIES));
        Map<Integer, List<Signed>> measured = new TreeMap<>();

        for (int repetition = -WARM_UP; repetition < REPETITIONS; repetition++) {
            for (Signed signed : chain(prepared)) {
                if (repetition >= 0 && TOLD.contains(signed.n())) {
                    measured.computeIfAbsent(signed.n(), n -> new ArrayList<>()).add(signed);
                }
            }
        }

        BenchmarkRows rows = new BenchmarkRows("alternat");
        measured.forEach((n, times) -> rows.add(
                "sign-bt",
                n,
                times.get(0).before(),
                Cost.median(times.stream().map(Signed::cost).toList()),
                times.get(0).bytes()));
        rows.publish();
    }

    private List<Signed> chain(PdfBytes prepared) throws Exception {
        ChainState tip = ChainReader.read(prepared);
        tip = writer.certify(tip, details(SignatureFields.CERTIFICATION, "Alternat"), seal)
                .state();
        List<Signed> signed = new ArrayList<>();
        for (int n = 1; n <= SIGNATORIES; n++) {
            ChainState before = tip;
            int number = n;
            AppendedRevision[] made = new AppendedRevision[1];
            Cost cost = Cost.of(() -> made[0] = sign(before, number));
            tip = made[0].state();
            signed.add(new Signed(n, before.length(), cost, made[0].delta().length));
        }
        return signed;
    }

    private AppendedRevision sign(ChainState tip, int n) throws Exception {
        SignatoryId id = SignatoryId.random();
        String field = SignatureFields.signature(n);
        AppendedRevision revision = writer.sign(
                tip,
                details(field, "Zoë D’Hondt-Łukasiewicz"),
                signer.signerFor(new SignatorySubject(id, "Zoë", "D’Hondt-Łukasiewicz", "Fédération n° " + n, "BE")));
        gate.check(
                tip,
                revision.delta(),
                new RevisionGate.Expectation(
                        field, RevisionGate.Expectation.Kind.SIGNATURE, Optional.of(id.toString()), Instant.now()));
        return revision;
    }

    private static ChainWriter.SignatureDetails details(String field, String name) {
        return new ChainWriter.SignatureDetails(
                field,
                name,
                "Signe la déclaration au nom de sa fédération",
                "Villeneuve-d’Ascq",
                Instant.now(),
                List.of(name, "Administratrice déléguée", "pour la Fédération de l’économie sociale et solidaire"));
    }

    private record Signed(int n, long before, Cost cost, long bytes) {}
}
