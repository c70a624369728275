package org.alternat.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.alternat.demo.Page;
import org.alternat.demo.SampleFiles;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.demo.SimulatedSignatory;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The timestamp authority keeps its revocation list to itself when the document is sealed. Our verifier takes no offence at
 * what a file does not say; the judge does.
 */
class DisputedSealIT {

    private static final Pattern TRY_AGAIN = Pattern.compile("action=\"(/declarations/[^\"]+/problems/[^\"]+/retry)\"");

    @TempDir
    Path home;

    @Test
    void a_sealed_file_on_which_judge_and_verifier_differ_reaches_nobody_until_a_try_with_fresh_data_settles_it()
            throws Exception {
        try (PostOffice post = new PostOffice().open();
                TestTimestampAuthority timestamps = new TestTimestampAuthority()) {
            List<String> settings = new ArrayList<>(Service.mailTo(post));
            settings.add("--alternat.pki.timestamp-authorities=" + timestamps.address());
            settings.add(
                    "--alternat.pki.trust-anchors=" + timestamps.anchor(home).toUri());
            timestamps.withholdRevocationList();
            try (Service service = Service.start(home, settings)) {
                SimulatedOrganiser organiser = service.organiser();
                String id = organiser.draft(ThreeParties.declaration(), SampleFiles.document());
                organiser.release(id);
                for (String address : ThreeParties.ADDRESSES) {
                    new SimulatedSignatory(new EmailAddress(address), post).sign();
                }
                Service.await("the organiser is told", 120, () -> board(service, organiser, id)
                        .body()
                        .contains("ne s’accordent pas à trouver le document scellé intact"));

                PdfBytes sealed = new PdfBytes(organiser.download("/api/v1/declarations/" + id + "/document"));
                assertThat(new SignatureVerifier(service.bean(TrustAnchors.class))
                                .verify(sealed)
                                .valid())
                        .as("the verifier's opinion")
                        .isTrue();
                assertThat(board(service, organiser, id).body())
                        .contains("the judge finds", "INDETERMINATE", "personne ne l’a reçu");
                assertNobodyHasTheFinalCopy(organiser, id, post);

                Page board = board(service, organiser, id);
                organiser.browser().submit(board, board.get(TRY_AGAIN), Map.of());
                Service.await("the second try has failed as well", 60, () -> {
                    Page again = board(service, organiser, id);
                    return again.find(TRY_AGAIN)
                            .filter(action -> !action.equals(board.get(TRY_AGAIN)))
                            .isPresent();
                });
                assertNobodyHasTheFinalCopy(organiser, id, post);

                timestamps.publishRevocationList();
                Page later = board(service, organiser, id);
                organiser.browser().submit(later, later.get(TRY_AGAIN), Map.of());
                Service.await(
                        "the third try settles it",
                        120,
                        () -> organiser.status(id).get("state").asString().equals("ARCHIVED"));
                PdfBytes renewed = new PdfBytes(organiser.download("/api/v1/declarations/" + id + "/document"));
                assertThat(renewed.startsWith(sealed)).isTrue();
                assertThat(organiser.status(id).get("revisions").valueStream().map(DisputedSealIT::kind))
                        .as("the tries in vain have left no timestamp")
                        .endsWith("SEAL", "ARCHIVE_TIMESTAMP", "ARCHIVE_TIMESTAMP");
                Service.await("the final copy is on its way", 60, () -> trail(organiser, id)
                        .contains("FINAL_COPY_SENT"));
                assertThat(trail(organiser, id))
                        .containsOnlyOnce("SEALED_DOCUMENT_DISPUTED")
                        .contains("SEALED_DOCUMENT_CHECKED");
            }
        }
    }

    private static String trail(SimulatedOrganiser organiser, String id) {
        return organiser.get("/api/v1/declarations/" + id + "/audit").toString();
    }

    private static String kind(JsonNode revision) {
        return revision.get("kind").asString();
    }

    private static Page board(Service service, SimulatedOrganiser organiser, String id) {
        return organiser.browser().open(service.address().resolve("/declarations/" + id));
    }

    private static void assertNobodyHasTheFinalCopy(SimulatedOrganiser organiser, String id, PostOffice post)
            throws Exception {
        for (String address : ThreeParties.ADDRESSES) {
            for (var message : post.receivedBy(address)) {
                assertThat(PostOffice.text(message)).doesNotContain("SHA-256");
            }
        }
        assertThat(trail(organiser, id)).doesNotContain("SEALED_DOCUMENT_CHECKED", "FINAL_COPY_SENT");
    }
}
