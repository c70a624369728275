package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alternat.pades.InvitedPerson;
import org.alternat.pades.UploadVerdict;
import org.alternat.pades.UploadVerdict.Accepted;
import org.alternat.pades.UploadVerdict.Reason;
import org.alternat.pades.UploadVerdict.Refused;
import org.alternat.pades.UploadedRevisionGate.Upload;
import org.alternat.pades.VerificationReport.Level;
import org.alternat.shared.PdfBytes;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to send back something else than the head with one's own signature is refused, and for its own reason. */
class UploadAttacksTest {

    @TempDir
    static Path folder;

    private static Scene scene;

    @BeforeAll
    static void a_head_that_waits_for_the_second_person() throws Exception {
        scene = new Scene(folder);
    }

    @ParameterizedTest
    @EnumSource(UploadAttack.class)
    void is_refused(UploadAttack attack) {
        UploadVerdict outcome = scene.check(attack.upload(scene));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .as("%s", refused.changes())
                .isEqualTo(attack.reason));
    }

    @Test
    void an_honest_signature_with_a_timestamp_is_accepted() {
        assertAccepted(scene.honest(), Level.B_T);
    }

    @Test
    void an_honest_signature_without_a_timestamp_is_accepted_and_needs_one_of_ours() {
        assertAccepted(scene.toolWithoutTimestamp().sign(scene.update(), Scene.FIELD), Level.B_B);
    }

    @Test
    void a_cms_of_indefinite_length_is_accepted() {
        assertAccepted(
                UploadAttack.with(scene.tool(), tool -> tool.indefiniteLength = true)
                        .sign(scene.update(), Scene.FIELD),
                Level.B_T);
    }

    @Test
    void a_cms_of_ten_kilobytes_is_accepted() {
        ForeignTool tool = UploadAttack.with(scene.tool(), t -> t.room = 32 * 1024);
        for (int i = 0; i < 18; i++) {
            tool.carrying(scene.cards.card("Card", "Number " + i).certificate());
        }

        assertThat(tool.cms(new byte[0]).length).isGreaterThan(10_000);
        assertAccepted(tool.sign(scene.update(), Scene.FIELD), Level.B_T);
    }

    @Test
    void a_key_of_rsa_3072_is_accepted() {
        ForeignPki.Card card =
                scene.cards.card("Zoë", "D'Hondt", ForeignPki.rsa(3072), KeyUsage.nonRepudiation, Duration.ofDays(9));

        assertAccepted(
                UploadAttack.with(scene.toolOf(card), tool -> tool.algorithm = "SHA256withRSA")
                        .sign(scene.update(), Scene.FIELD),
                Level.B_T);
    }

    @Test
    void a_tool_that_notes_its_name_and_the_date_is_accepted() {
        PdfUpdate update = Changes.modificationDate.prepare(Changes.version.prepare(scene.update()));

        assertAccepted(scene.tool().sign(update, Scene.FIELD), Level.B_T);
    }

    @Test
    void a_timestamp_older_than_the_invitation_is_refused() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        UploadVerdict outcome = scene.gate.check(new Upload(
                scene.chain.head(),
                new PdfBytes(scene.honest()),
                Scene.FIELD,
                new InvitedPerson("Zoë", "D’Hondt", Optional.empty()),
                tomorrow,
                tomorrow));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.OUTSIDE_WINDOW));
    }

    @Test
    void an_accepted_upload_is_a_file_that_the_verifier_finds_whole() {
        assertThat(scene.verifier().verify(new PdfBytes(scene.honest())).valid())
                .isTrue();
    }

    private static void assertAccepted(byte[] upload, Level level) {
        assertThat(scene.check(upload)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.level()).isEqualTo(level);
            assertThat(accepted.validationData().revocationLists()).hasSize(2);
        });
    }
}
