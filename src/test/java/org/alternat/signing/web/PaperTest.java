package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alternat.archive.PackageDesk;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.PaperUndoing;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.ScanType;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody signs on paper, with everything real: the letter, the process, the sealed document and the package. */
class PaperTest extends SigningPages {

    @Autowired
    PaperSignatures papers;

    @Autowired
    PaperUndoing undoing;

    @Autowired
    PackageDesk desk;

    @Test
    void a_signature_on_paper_counts_its_field_stays_empty_and_the_scan_is_packed() {
        List<Person> people = invited("fr-FR", "nl-BE");
        Person zoe = people.get(0);
        Person wim = people.get(1);
        DeclarationId id = declarationOf(zoe);
        wim.proved().read();
        byte[] scan = TestDeclarations.text().toByteArray();

        assertThat(papers.record(id, wim.id(), scan, ScanType.PDF, LocalDate.of(2026, 11, 20), organiser))
                .isEqualTo(MoveOutcome.DONE);

        assertThat(eventualLetter("paper-notice", wim))
                .contains("op papier hebt ondertekend", "20 november 2026", "geen elektronische");
        assertThat(wim.get("").body()).contains("Handtekening op papier geregistreerd");
        assertThat(wim.sign().statusCode()).isEqualTo(409);
        zoe.proved().read().sign();
        eventually(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
        assertThat(state(wim)).isEqualTo(SignatoryState.SIGNED_ON_PAPER);
        byte[] zip = desk.retrieve(id, "archivist:test").zip();
        assertThat(file(zip, "data/paper/0002.pdf")).isEqualTo(scan);
        String metadata = new String(file(zip, "data/metadata.json"), StandardCharsets.UTF_8);
        assertThat(metadata).contains("SIGNED_ON_PAPER", "2026-11-20", "paper/0002.pdf");
    }

    @Test
    void what_was_recorded_by_mistake_is_undone_and_the_person_signs_with_a_new_link() {
        List<Person> people = invited("fr-FR", "nl-BE");
        Person wim = people.get(1);
        DeclarationId id = declarationOf(wim);
        papers.record(
                id,
                wim.id(),
                TestDeclarations.text().toByteArray(),
                ScanType.PDF,
                LocalDate.of(2026, 11, 20),
                organiser);
        eventualLetter("paper-notice", wim);

        eventually(() -> undoing.undo(id, wim.id(), "Mauvaise ligne.", organiser) == MoveOutcome.DONE);

        String letter = eventualLetter("paper-undone", wim);
        assertThat(letter).contains("bij vergissing geregistreerd").doesNotContain("Mauvaise ligne");
        Person again = fresh(wim, letter);
        assertThat(again.link()).isNotEqualTo(wim.link());
        again.proved().read().sign();
        eventually(again, SignatoryState.SIGNED);
        people.get(0).proved().read().sign();
        eventually(() -> declarations.get(id).state() == DeclarationState.ARCHIVED);
    }

    private static byte[] file(byte[] zip, String path) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(path)) {
                    return in.readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(path + " is not in the package");
    }
}
