package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Conclusion;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pades.VerificationReport.Verdict;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.pki.Revocation.Status;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A validation store that somebody appends after the last signature: what it proves counts, and it is no alteration. */
class ProofBehindTheLastSignatureTest {

    @TempDir
    static Path folder;

    private static Scene scene;

    @BeforeAll
    static void a_file_that_zoe_signed_last() throws Exception {
        scene = new Scene(folder);
    }

    @Test
    void a_list_without_her_name_shows_that_she_was_not_revoked() {
        VerificationReport report = verify(withStore("/CRLs", scene.cards.revocationList(scene.stolen)));

        assertThat(zoe(report).by().revocation().status()).isEqualTo(Status.NOT_REVOKED_BY_LIST);
        assertThat(zoe(report).conclusion()).isEqualTo(Conclusion.PASSED);
        assertThat(report.extended()).isTrue();
        assertThat(report.valid()).isTrue();
    }

    @Test
    void a_list_that_revoked_her_before_she_signed_makes_her_signature_fail() {
        VerificationReport report = verify(withStore("/CRLs", scene.cards.revocationList(scene.zoe)));

        assertThat(zoe(report).problems()).containsExactly(Problem.REVOKED);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void an_answer_that_revoked_her_before_she_signed_makes_her_signature_fail() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));

        VerificationReport report = verify(withStore("/OCSPs", scene.cards.revokedAnswer(scene.zoe, yesterday)));

        assertThat(zoe(report).problems()).containsExactly(Problem.REVOKED);
        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void a_revocation_after_the_timestamp_does_no_harm() {
        Instant later = Instant.now().plus(Duration.ofHours(1));

        assertThat(zoe(verify(withStore("/CRLs", scene.cards.revocationList(later, scene.zoe))))
                        .problems())
                .isEmpty();
        assertThat(zoe(verify(withStore("/OCSPs", scene.cards.revokedAnswer(scene.zoe, later))))
                        .problems())
                .isEmpty();
    }

    @Test
    void a_list_under_the_same_name_by_another_key_says_nothing() {
        VerificationReport report = verify(withStore("/CRLs", new ForeignPki().revocationList(scene.zoe)));

        assertThat(zoe(report).by().revocation().status()).isEqualTo(Status.NOT_KNOWN);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_PROVABLE);
    }

    @Test
    void a_declared_version_is_an_addition_and_anything_beside_it_an_alteration() {
        byte[] declared = new PdfUpdate(scene.honest())
                .substitute(rootOf(), "/Version /1.4", "/Version /2.0")
                .close();
        PdfUpdate more = new PdfUpdate(scene.honest()).substitute(rootOf(), "/Version /1.4", "/Version /2.0");
        more.add("(nobody refers to this)");

        assertThat(verify(declared).extended()).isTrue();
        assertThat(verify(declared).problems()).isEmpty();
        assertThat(verify(more.close()).problems()).containsExactly(Problem.BYTES_BEHIND);
    }

    private static int rootOf() {
        return scene.update().root();
    }

    private static byte[] withStore(String key, byte[] proof) {
        PdfUpdate update = new PdfUpdate(scene.honest());
        int stream = update.addStream("", new String(proof, StandardCharsets.ISO_8859_1));
        int store = update.add("<<" + key + "[" + stream + " 0 R]>>");
        return update.insert(update.root(), "/DSS " + store + " 0 R").close();
    }

    private static VerificationReport verify(byte[] file) {
        return scene.verifier().verify(new PdfBytes(file));
    }

    private static VerifiedSignature zoe(VerificationReport report) {
        return report.signatures().get(report.signatures().size() - 1);
    }
}
