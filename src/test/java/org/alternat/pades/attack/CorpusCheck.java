package org.alternat.pades.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alternat.pades.EmbeddedValidationData;
import org.alternat.pades.InvitedPerson;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.UploadVerdict;
import org.alternat.pades.UploadedRevisionGate;
import org.alternat.pades.ValidationData;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.RevocationProofs;
import org.alternat.pki.SignatureRules;
import org.alternat.pki.TestPki;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

/**
 * Holds a folder of public samples against gate and verifier, and prints what each says. It is no part of the build, for the
 * samples are not ours to keep: {@code mvn test -Dtest=CorpusCheck -Dalternat.corpus=folder}. The folder has a
 * {@code manifest.tsv} with the columns file, origin, expected, why.
 */
class CorpusCheck {

    @Test
    void each_sample_is_judged_as_its_manifest_says() throws IOException {
        Path folder = Path.of(System.getProperty("alternat.corpus"));
        List<String> disagreements = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("manifest.tsv")).stream()
                .skip(1)
                .toList()) {
            String[] columns = line.split("\t");
            String verdict = judge(folder, columns[0], columns[2]);
            String sentence = CorpusWords.sentence(report(folder, read(folder.resolve(columns[0]))));
            System.out.println(columns[0] + "\t" + columns[2] + "\t" + verdict + "\t" + sentence);
            if (!verdict.startsWith(
                    columns[2].startsWith("OK") ? "OK" : columns[2].startsWith("BASE") ? "BASE" : "REJECT")) {
                disagreements.add(columns[0]);
            }
            if (!CorpusWords.expected(columns[0], columns[2]).contains(sentence)) {
                disagreements.add(columns[0] + " is told as: " + sentence);
            }
        }
        org.assertj.core.api.Assertions.assertThat(disagreements).isEmpty();
    }

    private static String judge(Path folder, String name, String expected) {
        PdfBytes file = read(folder.resolve(name));
        String verifier = verify(folder, file);
        Matcher circulated = Matcher.of(name);
        if (circulated.head().isEmpty()) {
            return verifier;
        }
        String gate = gate(folder, file, circulated);
        boolean good = gate.startsWith("Accepted");
        boolean whole = verifier.startsWith("OK") || gate.contains("B_B");
        return (good && (whole || !expected.startsWith("OK")) ? "OK " : "REJECT ") + gate + " | verifier: " + verifier;
    }

    /** Which head an upload of the folder was made for, and who was asked. */
    private record Matcher(String head, String field, String person) {

        static Matcher of(String name) {
            if (!name.startsWith("own-upload/") || name.matches(".*/(00|01|05|26|35|37|53).*")) {
                return new Matcher("", "", "");
            }
            if (name.contains("/03-")) {
                return new Matcher("own-upload/02-r1-ok.pdf", "Sig002", "Signatory 2");
            }
            if (name.contains("/20-")) {
                return new Matcher("own-upload/02-r1-ok.pdf", "Sig002", "Signatory 2");
            }
            return name.contains("/10-")
                    ? new Matcher("own-upload/01-r0-certified-P2.pdf", "Sig002", "Signatory 2")
                    : new Matcher("own-upload/01-r0-certified-P2.pdf", "Sig001", "Signatory 1");
        }
    }

    private static String gate(Path folder, PdfBytes file, Matcher asked) {
        UploadVerdict outcome = new UploadedRevisionGate(
                        anchors(folder), certificates -> proofs(folder), new SignatureRules(2048), 1 << 20)
                .check(new UploadedRevisionGate.Upload(
                        read(folder.resolve(asked.head())),
                        file,
                        asked.field(),
                        new InvitedPerson(asked.person(), "", Optional.empty()),
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-11-23T13:40:00Z")));
        return outcome.toString();
    }

    private static String verify(Path folder, PdfBytes file) {
        return report(folder, file).map(CorpusCheck::summary).orElse("REJECT no PDF");
    }

    private static String summary(VerificationReport report) {
        if (report.signatures().isEmpty()) {
            return "BASE nothing is signed " + report.problems();
        }
        if (report.valid()) {
            return "OK " + report.signatures().size() + " signatures";
        }
        Map<String, Object> wrong = new HashMap<>();
        report.signatures().stream()
                .filter(signature -> !signature.problems().isEmpty())
                .forEach(signature -> wrong.put(signature.fieldName(), signature.problems()));
        return "REJECT " + report.problems() + " " + wrong;
    }

    /** @return nothing when the file cannot be read as a PDF */
    private static Optional<VerificationReport> report(Path folder, PdfBytes file) {
        try {
            return Optional.of(new SignatureVerifier(anchors(folder)).verify(file));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The roots of the samples' own authorities are in the validation data of the sealed ones. */
    private static TrustAnchors anchors(Path folder) {
        try {
            TestPki pki = new TestPki(Files.createTempDirectory("corpus"));
            for (ValidationData sealed : sealed(folder)) {
                for (byte[] der : sealed.certificates()) {
                    X509CertificateHolder certificate = new X509CertificateHolder(der);
                    if (certificate.getSubject().equals(certificate.getIssuer())) {
                        pki.trusting(certificate);
                    }
                }
            }
            return pki.anchors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RevocationProofs proofs(Path folder) {
        List<byte[]> lists = new ArrayList<>();
        List<byte[]> answers = new ArrayList<>();
        for (ValidationData sealed : sealed(folder)) {
            lists.addAll(sealed.revocationLists());
            answers.addAll(sealed.revocationAnswers());
        }
        return new RevocationProofs(lists, answers, false);
    }

    private static List<ValidationData> sealed(Path folder) {
        return Stream.of("own-upload/05-r2-LTA.pdf", "own-upload/53-25-signatures-LTA.pdf")
                .map(name -> EmbeddedValidationData.read(read(folder.resolve(name))))
                .toList();
    }

    private static PdfBytes read(Path path) {
        try {
            return new PdfBytes(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
