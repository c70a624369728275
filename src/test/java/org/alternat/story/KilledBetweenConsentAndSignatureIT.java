package org.alternat.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alternat.demo.Page;
import org.alternat.demo.SampleFiles;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.demo.SimulatedSignatory;
import org.alternat.shared.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consent that was confirmed to a person survives SIGKILL and is acted on once. */
class KilledBetweenConsentAndSignatureIT {

    @TempDir
    Path home;

    @Test
    void the_signature_is_there_once_after_a_restart() throws Exception {
        int port = ServiceProcess.freePort();
        try (PostOffice post = new PostOffice().open();
                TestTimestampAuthority timestamps = new TestTimestampAuthority()) {
            List<String> settings = new ArrayList<>(Service.mailTo(post));
            settings.add("--alternat.pki.timestamp-authorities=" + timestamps.address());
            settings.add(
                    "--alternat.pki.trust-anchors=" + timestamps.anchor(home).toUri());
            SimulatedOrganiser organiser;
            String id;
            try (ServiceProcess service = ServiceProcess.start(home, port, settings)) {
                organiser = Service.organiser(service.address(), home);
                id = organiser.draft(ThreeParties.declaration(), SampleFiles.document());
                organiser.release(id);
                // The authority takes the question and never answers: the consent is recorded, the signature hangs.
                SimulatedSignatory zoe = reader(post, 0);
                Page document = zoe.reachDocument();
                int before = timestamps.timesAsked();
                timestamps.mood(TestTimestampAuthority.Mood.HOLDS);
                zoe.sign(document);
                Service.await("the signature waits for its timestamp", 30, () -> timestamps.timesAsked() > before);
                assertThat(state(organiser, id, 0)).isEqualTo("CONSENTED");

                service.kill();
            }
            timestamps.mood(TestTimestampAuthority.Mood.ANSWERS);

            try (ServiceProcess again = ServiceProcess.start(home, port, settings)) {
                assertThat(again.address()).hasPort(port);
                Service.await("the signature stands", 60, () -> state(organiser, id, 0)
                        .equals("SIGNED"));
                reader(post, 1).sign();
                reader(post, 2).sign();
                Service.await(
                        "the declaration is archived",
                        120,
                        () -> organiser.status(id).get("state").asString().equals("ARCHIVED"));

                long signatures = organiser
                        .status(id)
                        .get("revisions")
                        .valueStream()
                        .filter(revision -> revision.get("kind").asString().equals("SIGNATURE"))
                        .count();
                assertThat(signatures).isEqualTo(3);
                assertThat(organiser
                                .get("/api/v1/declarations/" + id + "/audit/verification")
                                .get("intact")
                                .asBoolean())
                        .isTrue();
            }
        }
    }

    private static SimulatedSignatory reader(PostOffice post, int who) {
        return new SimulatedSignatory(new EmailAddress(ThreeParties.ADDRESSES.get(who)), post);
    }

    static String state(SimulatedOrganiser organiser, String id, int who) {
        return organiser
                .status(id)
                .get("parties")
                .valueStream()
                .flatMap(party -> party.get("signatories").valueStream())
                .filter(signatory -> signatory.get("email").asString().equals(ThreeParties.ADDRESSES.get(who)))
                .map(signatory -> signatory.get("state").asString())
                .findFirst()
                .orElseThrow();
    }
}
