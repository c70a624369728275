package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alternat.archive.PackageDesk;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.TestDeclarations;
import org.alternat.document.IntakeResult;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The text is corrected while it circulates, with everything real: letters, pages, the process, the archive. */
class CorrectionTest extends SigningPages {

    @Autowired
    Corrections corrections;

    @Autowired
    Revisions revisions;

    @Autowired
    PackageDesk desk;

    @Test
    void who_had_signed_signs_the_corrected_text_anew_and_the_old_one_is_kept_with_it() {
        List<Person> people = invited("fr-FR", "en");
        Person zoe = people.get(0);
        Person anne = people.get(1);
        DeclarationId old = declarationOf(zoe);
        zoe.proved().read().sign();
        eventually(zoe, SignatoryState.SIGNED);
        anne.proved().read();
        byte[] signedByZoe = revisions.read(old).toByteArray();

        DeclarationId corrected = corrected(old);

        assertThat(eventualLetter("correction-notice", zoe)).contains("a corrigé le texte", "> Art. 3.");
        assertThat(eventualLetter("correction-notice", anne)).contains("have corrected the text");
        HttpResponse<String> signed = anne.sign();
        assertThat(signed.statusCode()).isEqualTo(409);
        assertThat(signed.body()).contains("The text has been corrected", "You will receive an invitation");
        assertThat(signatories.of(corrected)).allMatch(one -> one.state() == SignatoryState.WAITING);

        clock.forward(java.time.Duration.ofSeconds(1)); // the outbox puts letters in order by their instants
        declarations.release(corrected, organiser);

        eventually(() -> signatories.of(corrected).stream().allMatch(one -> one.state() == SignatoryState.INVITED));
        signatories.of(corrected).forEach(one -> person(one).proved().read().sign());
        eventually(() -> declarations.get(corrected).state() == DeclarationState.ARCHIVED);
        String reference = declarations.get(old).reference();
        assertThat(files(desk.retrieve(corrected, "archivist:test").zip()))
                .contains("data/earlier-versions/" + reference + ".pdf")
                .contains("data/earlier-versions/" + reference + "-trail.jsonl");
        assertThat(revisions.read(old).toByteArray()).isEqualTo(signedByZoe);
        Browser visitor = new Browser(port, "en");
        visitor.get("/verify");
        assertThat(visitor.uploadForm("/verify", signedByZoe).body())
                .contains(
                        "whose text has been corrected since",
                        "superseded by " + declarations.get(corrected).reference());
    }

    private DeclarationId corrected(DeclarationId old) {
        IntakeResult.Accepted text =
                (IntakeResult.Accepted) intake.examine(TestDeclarations.text().toByteArray());
        return Objects.requireNonNull(
                corrections.correct(old, text, "Art. 3.", organiser).successor());
    }

    private static Set<String> files(byte[] zip) {
        Set<String> names = new TreeSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName().replaceFirst("^[^/]+/(?=data/)", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
