package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alternat.pades.RevisionChange;
import org.alternat.pades.RevisionChange.Kind;
import org.alternat.pades.RevisionHistory;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that reached somebody some other way: the verifier says no to what was done to it since the first signature. */
class FileAttacksTest {

    @TempDir
    static Path folder;

    private static Scene scene;

    @BeforeAll
    static void a_file_with_two_honest_signatures() throws Exception {
        scene = new Scene(folder);
        assertThat(isValid(scene.honest())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(FileAttack.class)
    void is_not_valid_for_its_own_reason(FileAttack attack) {
        VerificationReport report = scene.verifier().verify(new PdfBytes(attack.file(scene)));

        assertThat(report.valid()).isFalse();
        assertThat(problems(report)).isEqualTo(attack.reasons);
    }

    @Test
    void a_text_certified_with_p1_is_valid_as_long_as_nothing_follows() {
        assertThat(scene.verifier().verify(new PdfBytes(scene.closed())).valid())
                .isTrue();
    }

    private static Set<Problem> problems(VerificationReport report) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        problems.addAll(report.problems());
        report.signatures().forEach(signature -> problems.addAll(signature.problems()));
        return problems;
    }

    /** Shadow attacks among them: what the second person signs honestly, the first has never seen. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "PAGE_CONTENT_CHANGED, pageContent",
        "PAGE_CONTENT_CHANGED, pageContentReplaced",
        "PAGE_RESOURCES_CHANGED, pageResources",
        "ANNOTATION_ADDED, annotation",
        "ACTION_CHANGED, openAction",
        "NAMES_CHANGED, script",
        "FIELD_MOVED, fieldMoved",
        "FIELD_REMOVED, fieldVanished",
        "SIGNATURE_REPLACED, signatureEmptied",
        "METADATA_CHANGED, title",
    })
    void a_change_between_two_signatures_is_named_and_makes_the_file_invalid(Kind kind, String change) {
        byte[] altered = PdfUpdate.byName(scene.head(), change);
        byte[] signed = scene.tool().sign(new PdfUpdate(altered), Scene.FIELD);

        RevisionHistory history = RevisionHistory.read(new PdfBytes(signed));
        List<RevisionChange> changes = history.changes(history.revisions().size() - 1);
        assertThat(changes).extracting(RevisionChange::kind).containsExactly(kind);
        assertThat(isValid(signed)).isFalse();
    }

    private static boolean isValid(byte[] file) {
        try {
            return scene.verifier().verify(new PdfBytes(file)).valid();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
