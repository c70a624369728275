package org.alternat.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alternat.demo.Mailbox;
import org.alternat.demo.SampleFiles;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.demo.SimulatedSignatory;
import org.alternat.pades.attack.AuthorityServer;
import org.alternat.pades.attack.ForeignPki;
import org.alternat.pades.attack.ForeignTool;
import org.alternat.pades.attack.PdfUpdate;
import org.alternat.shared.EmailAddress;
import org.alternat.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision that was signed elsewhere, and SIGKILL: before it is answered nothing is kept of it, afterwards all of it. */
class KilledDuringAnUploadIT {

    private static final String FIELD = "SIG_0001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private final ForeignPki cards = new ForeignPki();
    private final AuthorityServer authority = new AuthorityServer();

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void the_signature_is_not_there_before_the_answer_and_there_once_after_it() throws Exception {
        int port = ServiceProcess.freePort();
        try (PostOffice post = new PostOffice().open();
                TestTimestampAuthority timestamps = new TestTimestampAuthority()) {
            List<String> settings = new ArrayList<>(Service.mailTo(post));
            settings.add("--alternat.pki.timestamp-authorities=" + timestamps.address());
            settings.add("--alternat.pki.trust-anchors="
                    + timestamps.anchor(home).toUri() + "," + cardAuthority().toUri());
            SimulatedOrganiser organiser;
            String id;
            Browser zoe;
            String link;
            byte[] signed;
            try (ServiceProcess service = ServiceProcess.start(home, port, settings)) {
                organiser = Service.organiser(service.address(), home);
                id = organiser.draft(ThreeParties.declaration(), SampleFiles.document());
                organiser.release(id);
                zoe = new Browser(port, "fr");
                link = proved(zoe, post);
                zoe.get(link + "/external");
                zoe.post(link + "/external");
                signed = signedElsewhere(zoe.getBytes(link + "/external.pdf"));
                timestamps.mood(TestTimestampAuthority.Mood.HOLDS);
                int before = timestamps.timesAsked();
                Browser hasty = zoe;
                String where = link;
                CompletableFuture.runAsync(() -> handIn(hasty, where, signed));
                Service.await("the upload waits for a timestamp", 30, () -> timestamps.timesAsked() > before);

                service.kill();
            }
            timestamps.mood(TestTimestampAuthority.Mood.ANSWERS);

            try (ServiceProcess again = ServiceProcess.start(home, port, settings)) {
                assertThat(KilledBetweenConsentAndSignatureIT.state(organiser, id, 0))
                        .isEqualTo("INVITED");
                assertThat(signatures(organiser, id)).isZero();

                zoe.get(link + "/external");
                HttpResponse<String> answer = handIn(zoe, link, signed);
                again.kill();
                assertThat(answer.headers().firstValue("Location"))
                        .hasValueSatisfying(next -> assertThat(next).endsWith("/done"));
            }

            try (ServiceProcess last = ServiceProcess.start(home, port, settings)) {
                assertThat(last.address()).hasPort(port);
                assertThat(KilledBetweenConsentAndSignatureIT.state(organiser, id, 0))
                        .isEqualTo("SIGNED");
                reader(post, 1).sign();
                reader(post, 2).sign();
                Service.await(
                        "everybody has the final copy",
                        120,
                        () -> organiser.status(id).get("state").asString().equals("ARCHIVED"));
                assertThat(signatures(organiser, id)).isEqualTo(3);
            }
        }
    }

    private Path cardAuthority() throws Exception {
        String pem = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(cards.root().getEncoded());
        return Files.writeString(
                home.resolve("cards.pem"), "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
    }

    private byte[] signedElsewhere(byte[] head) {
        ForeignPki.Card card = cards.saying(null, authority.at("/ocsp")).card("Zoë", "Łukasiewicz");
        authority.serve("/ocsp", cards.goodAnswer(card));
        return new ForeignTool(card, cards.chainOf(card), null).sign(new PdfUpdate(head), FIELD);
    }

    private static HttpResponse<String> handIn(Browser zoe, String link, byte[] signed) {
        return zoe.uploadForm(link + "/external-signature", signed, "read", "true");
    }

    /** Opens the link of the letter and enters the code of the next one. */
    private static String proved(Browser zoe, PostOffice post) {
        String address = ThreeParties.ADDRESSES.get(0);
        String link = URI.create(post.await(address, Mailbox.LINK, 1, PATIENCE)).getPath();
        zoe.get(link);
        zoe.post(link + "/code");
        zoe.get(link);
        zoe.post(link + "/code-entry", "code", post.await(address, Mailbox.CODE, 1, PATIENCE));
        zoe.get(link + "/document");
        return link;
    }

    private static long signatures(SimulatedOrganiser organiser, String id) {
        return organiser
                .status(id)
                .get("revisions")
                .valueStream()
                .filter(revision -> revision.get("kind").asString().equals("SIGNATURE"))
                .count();
    }

    private static SimulatedSignatory reader(PostOffice post, int who) {
        return new SimulatedSignatory(new EmailAddress(ThreeParties.ADDRESSES.get(who)), post);
    }
}
