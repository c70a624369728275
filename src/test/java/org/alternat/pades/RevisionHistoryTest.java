package org.alternat.pades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.alternat.pades.RevisionChange.Kind;
import org.alternat.pades.attack.PdfUpdate;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each revision of a file, and what it changed, by values: who signed is told apart from who changed what was signed. */
class RevisionHistoryTest {

    @TempDir
    static Path folder;

    private static ChainFixture chain;

    @BeforeAll
    static void a_certified_declaration_with_two_signatures_sealed() throws Exception {
        chain = new ChainFixture(folder, ChainFixture.text(2), 2);
        chain.certify();
        chain.sign(1);
        chain.sign(2);
        chain.seal();
    }

    @Test
    void an_honest_chain_shows_only_signatures_and_proof() {
        RevisionHistory history = RevisionHistory.read(chain.head());

        assertThat(history.revisions()).hasSize(7);
        assertThat(history.revisions().stream().map(RevisionHistory.Revision::end))
                .containsExactlyElementsOf(chain.prefixes.stream()
                        .mapToLong(PdfBytes::length)
                        .boxed()
                        .toList());
        assertThat(history.changes(3))
                .containsExactly(new RevisionChange(Kind.CERTIFICATION_ADDED, SignatureFields.CERTIFICATION));
        assertThat(history.changes(4)).containsExactly(new RevisionChange(Kind.SIGNATURE_ADDED, "SIG_0001"));
        assertThat(history.changes(5)).containsExactly(new RevisionChange(Kind.SIGNATURE_ADDED, "SIG_0002"));
        assertThat(history.changes(7))
                .containsExactlyInAnyOrder(
                        new RevisionChange(Kind.TIMESTAMP_ADDED, SignatureFields.ARCHIVE_TIMESTAMP),
                        new RevisionChange(Kind.VALIDATION_DATA_ADDED, ""));
        assertThat(history.changes(2))
                .as("the pages of signatures are added before anybody signs")
                .contains(new RevisionChange(Kind.PAGES_CHANGED, ""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PAGE_CONTENT_CHANGED, 1, pageContent",
        "PAGE_CONTENT_CHANGED, 1, pageContentReplaced",
        "PAGE_RESOURCES_CHANGED, 1, pageResources",
        "PAGE_CHANGED, 1, pageRotated",
        "PAGES_CHANGED, '', pageRemoved",
        "ANNOTATION_ADDED, 1, annotation",
        "ACTION_CHANGED, OpenAction, openAction",
        "NAMES_CHANGED, Names, script",
        "OUTLINES_CHANGED, Outlines, outlines",
        "STRUCTURE_CHANGED, StructTreeRoot, structure",
        "CATALOGUE_CHANGED, Lang, language",
        "FIELD_MOVED, SIG_0002, fieldMoved",
        "FIELD_CHANGED, SIG_0002, fieldLocked",
        "FIELD_REMOVED, SIG_0001, fieldVanished",
        "SIGNATURE_REPLACED, SIG_0001, signatureEmptied",
        "FIELD_ADDED, Amount, fieldAdded",
        "FORM_CHANGED, NeedAppearances, needAppearances",
        "METADATA_CHANGED, Title, title",
        "METADATA_UPDATED, '', modificationDate",
        "EXTENSION_DECLARED, '', version",
        "UNUSED_OBJECT_ADDED, 9001, unused",
        "TRAILER_CHANGED, Encrypt, encryption",
        "TRAILER_CHANGED, Root, catalogueFreed",
    })
    void a_change_is_called_what_it_is(Kind kind, String subject, String change) {
        byte[] changed = PdfUpdate.byName(chain.head().toByteArray(), change);

        List<RevisionChange> changes =
                RevisionHistory.read(new PdfBytes(changed)).changes(8);

        assertThat(changes).containsExactly(new RevisionChange(kind, subject));
    }

    @Test
    void rewriting_an_object_with_the_same_value_in_other_words_is_no_change() {
        byte[] rewritten = PdfUpdate.byName(chain.head().toByteArray(), "rewrittenUnchanged");

        assertThat(RevisionHistory.read(new PdfBytes(rewritten)).changes(8)).isEmpty();
    }

    @Test
    void a_damaged_cross_reference_is_refused_not_repaired() {
        byte[] bytes = chain.head().toByteArray();
        byte[] damaged = java.util.Arrays.copyOf(bytes, bytes.length - 30);

        assertThatThrownBy(() -> RevisionHistory.read(new PdfBytes(damaged)))
                .isInstanceOf(MalformedPdfException.class)
                .hasMessageContaining("startxref");
    }
}
