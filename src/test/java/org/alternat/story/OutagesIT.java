package org.alternat.story;

import static org.alternat.story.KilledBetweenConsentAndSignatureIT.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.alternat.demo.Page;
import org.alternat.demo.SampleFiles;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.demo.SimulatedSignatory;
import org.alternat.judge.Judge;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail server, timestamp authority and database go away and come back: nothing is lost, nothing is doubled, no level is
 * lowered.
 */
class OutagesIT {

    @TempDir
    Path home;

    @Test
    void letters_go_out_once_when_the_mail_server_is_back() throws Exception {
        try (PostOffice post = new PostOffice();
                Service service = Service.start(home, Service.mailTo(post))) {
            SimulatedOrganiser organiser = service.organiser();
            String id = organiser.draft(ThreeParties.declaration(), SampleFiles.document());
            organiser.release(id);
            Service.await("a letter has failed", 60, () -> organiser
                    .get("/api/v1/declarations/" + id + "/audit")
                    .toString()
                    .contains("LETTER_FAILED"));
            assertThat(state(organiser, id, 0)).isEqualTo("WAITING");

            post.open();
            for (String address : ThreeParties.ADDRESSES) {
                new SimulatedSignatory(new EmailAddress(address), post).sign();
            }
            Service.await(
                    "the declaration is archived",
                    120,
                    () -> organiser.status(id).get("state").asString().equals("ARCHIVED"));

            for (String address : ThreeParties.ADDRESSES) {
                long invitations = 0;
                for (var message : post.receivedBy(address)) {
                    if (PostOffice.text(message).contains("/s/")) {
                        invitations++;
                    }
                }
                assertThat(invitations).as("invitations to one person").isEqualTo(1);
            }
        }
    }

    @Test
    void a_consent_waits_for_the_timestamp_authority_and_no_level_is_lowered() throws Exception {
        try (PostOffice post = new PostOffice().open();
                TestTimestampAuthority timestamps = new TestTimestampAuthority()) {
            List<String> settings = new ArrayList<>(Service.mailTo(post));
            settings.add("--alternat.pki.timestamp-authorities=" + timestamps.address());
            settings.add(
                    "--alternat.pki.trust-anchors=" + timestamps.anchor(home).toUri());
            try (Service service = Service.start(home, settings)) {
                SimulatedOrganiser organiser = service.organiser();
                String id = organiser.draft(ThreeParties.declaration(), SampleFiles.document());
                organiser.release(id);
                List<SimulatedSignatory> people = ThreeParties.ADDRESSES.stream()
                        .map(address -> new SimulatedSignatory(new EmailAddress(address), post))
                        .toList();
                people.get(0).sign();
                Service.await("the first signature stands", 60, () -> state(organiser, id, 0)
                        .equals("SIGNED"));

                timestamps.mood(TestTimestampAuthority.Mood.FAILS);
                people.get(1).sign();
                people.get(2).sign();
                assertThat(state(organiser, id, 1)).isEqualTo("CONSENTED");
                assertThat(state(organiser, id, 2)).isEqualTo("CONSENTED");

                timestamps.mood(TestTimestampAuthority.Mood.ANSWERS);
                Service.await(
                        "the declaration is archived",
                        180,
                        () -> organiser.status(id).get("state").asString().equals("ARCHIVED"));
                var judgement = service.bean(Judge.class)
                        .judge(
                                new PdfBytes(organiser.download("/api/v1/declarations/" + id + "/document")),
                                service.bean(TrustAnchors.class).x509Certificates());
                assertThat(judgement.allPassed()).isTrue();
                assertThat(judgement.signatures()).hasSize(5).allSatisfy(signature -> assertThat(signature.level())
                        .isEqualTo("PAdES-BASELINE-LTA"));
            }
        }
    }

    @Test
    void while_the_database_is_away_nothing_is_confirmed_and_afterwards_everything_goes_on() throws Exception {
        try (PostOffice post = new PostOffice().open();
                RestartedDatabase database = new RestartedDatabase(home.resolve("postgresql"))) {
            List<String> settings = new ArrayList<>(Service.mailTo(post));
            settings.addAll(database.settings());
            try (Service service = Service.start(home.resolve("service"), settings)) {
                SimulatedOrganiser organiser = service.organiser();
                String id = organiser.draft(ThreeParties.declaration(), SampleFiles.document());
                organiser.release(id);
                List<SimulatedSignatory> people = ThreeParties.ADDRESSES.stream()
                        .map(address -> new SimulatedSignatory(new EmailAddress(address), post))
                        .toList();
                people.get(0).sign();
                Page open = people.get(1).reachDocument();

                database.stop();
                assertThat(press(people.get(1), open).status()).isEqualTo(503);
                assertThat(people.get(1).browser().open(open.address()).body())
                        .containsAnyOf(words("system.problem.503.title"))
                        .doesNotContain("Exception");

                database.startAgain();
                Service.await(
                        "the same press is confirmed",
                        60,
                        () -> press(people.get(1), open).status() == 200);
                people.get(2).sign();
                Service.await(
                        "the declaration is archived",
                        180,
                        () -> organiser.status(id).get("state").asString().equals("ARCHIVED"));
                assertThat(service.bean(Judge.class)
                                .judge(
                                        new PdfBytes(organiser.download("/api/v1/declarations/" + id + "/document")),
                                        service.bean(TrustAnchors.class).x509Certificates())
                                .signatures())
                        .as("three signatures and two seals, none doubled")
                        .hasSize(5);
            }
        }
    }

    private static Page press(SimulatedSignatory person, Page document) {
        String sign = document.address().getPath().replaceFirst("/document$", "/signature");
        return person.browser().submit(document, sign, Map.of("read", "true"));
    }

    private static String[] words(String key) {
        return Stream.of("fr", "nl", "en")
                .map(language -> ResourceBundle.getBundle("messages.system", new Locale(language))
                        .getString(key))
                .toArray(String[]::new);
    }
}
