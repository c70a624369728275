package org.alternat.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alternat.demo.Browser;
import org.alternat.demo.Page;
import org.alternat.demo.SampleFiles;
import org.alternat.demo.SimulatedOrganiser;
import org.alternat.demo.SimulatedSignatory;
import org.alternat.judge.Indication;
import org.alternat.judge.Judge;
import org.alternat.judge.JudgedSignature;
import org.alternat.judge.Judgement;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.EmailAddress;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The whole story, told once per database: an organiser sends the joint declaration out; two dozen people get a letter,
 * read, and sign at the same moment; the service seals; everybody receives the final copy; the archivist takes it away.
 */
class JointDeclarationStoryIT {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Database.class)
    void two_dozen_people_sign_at_once_and_everybody_gets_the_one_sealed_document(Database kind) throws Exception {
        try (Database.Running database = kind.start();
                PostOffice post = new PostOffice().open();
                TestTimestampAuthority timestamps = new TestTimestampAuthority();
                Service service = Service.start(home, settings(database, post, timestamps))) {
            // Use case 1: the organiser drafts and releases.
            SimulatedOrganiser organiser = service.organiser();
            String deadline = Instant.now().plus(30, ChronoUnit.DAYS).toString();
            String id = organiser.draft(SampleFiles.declaration(deadline), SampleFiles.document());
            organiser.release(id);

            // Use case 2: everybody reads; nobody has signed.
            List<String> people = addresses(organiser.status(id));
            assertThat(people).hasSize(24);
            List<Reader> readers = everybodyReads(people, post);
            assertThat(organiser.status(id).get("counts").get("signed").asInt()).isZero();

            // Use case 3: all press "sign" at the same moment.
            everybodySignsAtOnce(readers);

            // Use case 4: the service seals, delivers and archives by itself.
            Service.await(
                    "the declaration is archived",
                    120,
                    () -> organiser.status(id).get("state").asString().equals("ARCHIVED"));
            JsonNode status = organiser.status(id);
            assertThat(status.get("counts").get("signed").asInt()).isEqualTo(24);

            // The document: what was sealed is what everybody has, and an independent judge finds it whole.
            PdfBytes sealed = new PdfBytes(organiser.download("/api/v1/declarations/" + id + "/document"));
            eachRevisionStartsWithTheOneBefore(organiser, id, status, sealed);
            everySignaturePasses(service, sealed, status);
            everybodyHasTheFinalCopy(post, people, sealed);

            // The archivist: the package holds the document and the trail that tells the story.
            Map<String, byte[]> bag = unzipped(organiser.download("/api/v1/declarations/" + id + "/package"));
            assertThat(new PdfBytes(payload(bag, "/data/declaration.pdf"))).isEqualTo(sealed);
            assertThat(organiser.get("/api/v1/archive?person=Helene").toString())
                    .contains(id);
            JsonNode verdict = organiser.get("/api/v1/declarations/" + id + "/audit/verification");
            assertThat(verdict.get("intact").asBoolean()).isTrue();
            String trail = new String(payload(bag, "/data/audit/trail.jsonl"), StandardCharsets.UTF_8);
            assertThat(trail.lines().filter(line -> line.contains("\"SIGNATURE_COLLECTED\"")))
                    .hasSize(24);

            // The operator: nothing waits and nothing was given up.
            String figures = new String(organiser.download("/api/v1/metrics"), StandardCharsets.UTF_8);
            assertThat(figures.lines())
                    .contains(
                            "alternat_consents_waiting 0.0",
                            "alternat_seals_waiting 0.0",
                            "alternat_archives_waiting 0.0",
                            "alternat_letters_failed 0.0",
                            "alternat_steps_given_up 0.0");
        }
    }

    private static List<String> settings(Database.Running database, PostOffice post, TestTimestampAuthority timestamps)
            throws Exception {
        List<String> settings = new ArrayList<>(database.settings());
        settings.addAll(Service.mailTo(post));
        settings.add("--alternat.pki.timestamp-authorities=" + timestamps.address());
        settings.add("--alternat.pki.trust-anchors="
                + timestamps.anchor(Path.of("target")).toUri());
        return settings;
    }

    private static List<String> addresses(JsonNode status) {
        List<String> addresses = new ArrayList<>();
        status.get("parties").valueStream().forEach(party -> party.get("signatories")
                .valueStream()
                .forEach(signatory -> addresses.add(signatory.get("email").asString())));
        return addresses;
    }

    private static List<Reader> everybodyReads(List<String> people, PostOffice post) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Reader>> reading = new ArrayList<>();
        for (String address : people) {
            reading.add(threads.submit(() -> {
                SimulatedSignatory signatory = new SimulatedSignatory(new EmailAddress(address), post);
                return new Reader(signatory.browser(), signatory.reachDocument());
            }));
        }
        List<Reader> readers = new ArrayList<>();
        for (Future<Reader> reader : reading) {
            readers.add(reader.get());
        }
        threads.shutdown();
        return readers;
    }

    private static void everybodySignsAtOnce(List<Reader> readers) throws Exception {
        CountDownLatch now = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(readers.size());
        List<Future<Page>> presses = new ArrayList<>();
        for (Reader reader : readers) {
            presses.add(threads.submit(() -> {
                now.await();
                String path = reader.document().address().getPath().replaceFirst("/document$", "/signature");
                return reader.browser().submit(reader.document(), path, Map.of("read", "true"));
            }));
        }
        now.countDown();
        for (Future<Page> press : presses) {
            assertThat(press.get().status()).isEqualTo(200);
            assertThat(press.get().address().getPath()).endsWith("/done");
        }
        threads.shutdown();
    }

    private static void eachRevisionStartsWithTheOneBefore(
            SimulatedOrganiser organiser, String id, JsonNode status, PdfBytes sealed) {
        PdfBytes before = new PdfBytes(new byte[0]);
        int revisions = status.get("revisions").size();
        // text, fields, certification, 24 signatures, seal, archive timestamp
        assertThat(revisions).isEqualTo(29);
        for (int n = 0; n < revisions; n++) {
            PdfBytes revision =
                    new PdfBytes(organiser.download("/api/v1/declarations/" + id + "/document?revision=" + n));
            assertThat(revision.startsWith(before)).as("revision " + n).isTrue();
            assertThat(revision.length()).isGreaterThan(before.length());
            before = revision;
        }
        assertThat(before).isEqualTo(sealed);
    }

    private static void everySignaturePasses(Service service, PdfBytes sealed, JsonNode status) {
        Judgement judgement = service.bean(Judge.class)
                .judge(sealed, service.bean(TrustAnchors.class).x509Certificates());

        assertThat(judgement.signatures()).allSatisfy(signature -> {
            assertThat(signature.indication()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(signature.level()).isEqualTo("PAdES-BASELINE-LTA");
        });
        Set<String> signers = new HashSet<>();
        List<JudgedSignature> people = judgement.signatures().stream()
                .filter(signature -> String.valueOf(signature.fieldName()).startsWith("SIG_"))
                .toList();
        people.forEach(signature -> signers.add(signature.commonName()));
        assertThat(people).hasSize(24);
        assertThat(signers).hasSize(24);
        assertThat(judgement.signatures()).hasSize(24 + 2);
        // One timestamp in each signature, and one over the whole document.
        assertThat(judgement.timestamps()).hasSize(24 + 2 + 1).allSatisfy(timestamp -> assertThat(timestamp.passed())
                .isTrue());
        assertThat(judgement.unsignedBytes()).isZero();
        assertThat(status.get("state").asString()).isEqualTo("ARCHIVED");
    }

    private static void everybodyHasTheFinalCopy(PostOffice post, List<String> people, PdfBytes sealed)
            throws Exception {
        List<String> recipients = new ArrayList<>(people);
        recipients.add("camille@organisers.example.org");
        Service.await("everybody has the final copy", 60, () -> {
            for (String address : recipients) {
                if (copies(post, address).isEmpty()) {
                    return false;
                }
            }
            return true;
        });
        for (String address : recipients) {
            assertThat(copies(post, address)).as("copies to one person").hasSize(1);
            assertThat(new PdfBytes(copies(post, address).get(0).bytes())).isEqualTo(sealed);
        }
    }

    private static List<PostOffice.Attached> copies(PostOffice post, String address) throws Exception {
        List<PostOffice.Attached> copies = new ArrayList<>();
        for (MimeMessage message : post.receivedBy(address)) {
            copies.addAll(PostOffice.attachments(message));
        }
        return copies;
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws Exception {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] payload(Map<String, byte[]> bag, String path) {
        return bag.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(path))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private record Reader(Browser browser, Page document) {}
}
