package org.alternat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alternat.archive.SealedDeclarations.Signing;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.judge.Judge;
import org.alternat.judge.Judgement;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The package as an archivist finds it on a stick, thirty years on: only its bytes are asked. */
@ArchiveSlice
class ArchivalPackageTest {

    @Autowired
    Archive archive;

    @Autowired
    PackageDesk desk;

    @Autowired
    SealedDeclarations sealed;

    @Autowired
    Declarations declarations;

    @Autowired
    Signatories signatories;

    @Autowired
    Revisions revisions;

    @Autowired
    AuditTrail audit;

    @Autowired
    Judge judge;

    @Autowired
    TrustAnchors anchors;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    DeclarationId id;
    String trailBefore;
    ArchivalPackage taken;
    Map<String, byte[]> files;
    String top;

    @BeforeEach
    void a_package_of_a_declaration_that_two_parties_signed() throws IOException {
        id = sealed.sealed(
                "Déclaration commune sur l’évaluation",
                new Signing("Europe", "Fédération de l’économie sociale", "Zoë D’Hondt", "Sébastien Łukasiewicz"),
                new Signing("Québec", "Réseau d’innovation", "Émilie Gagné"));
        trailBefore = audit.jsonLines(id);
        transaction.executeWithoutResult(s -> archive.store(id));
        taken = desk.retrieve(id, "archivist:1");
        files = unzip(taken.zip());
        top = declarations.get(id).reference() + "/";
    }

    @Test
    void it_is_a_complete_and_valid_bag() throws Exception {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }

        Bag bag = new BagReader().read(folder.resolve(top));
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(bag, false);
        }

        assertThat(bag.getVersion().toString()).isEqualTo("1.0");
        assertThat(bag.getMetadata().get("External-Identifier"))
                .containsExactly(declarations.get(id).reference());
        assertThat(bag.getMetadata().get("Payload-Oxum")).containsExactly(oxum());
        assertThat(bag.getPayLoadManifests())
                .extracting(manifest -> manifest.getAlgorithm().getBagitName())
                .containsExactlyInAnyOrder("sha256", "sha512");
        assertThat(bag.getTagManifests()).hasSize(2);
    }

    @Test
    void it_holds_what_is_needed_to_check_everything_without_the_service() {
        assertThat(files.keySet().stream().map(name -> name.substring(top.length())))
                .contains(
                        "data/README.en.txt",
                        "data/README.fr.txt",
                        "data/README.nl.txt",
                        "data/audit/trail.jsonl",
                        "data/closing-report.json",
                        "data/certificates/anchor-01-alternat-declaration-ca.pem",
                        "data/certificates/revocation-list-01.pem",
                        "data/declaration.pdf",
                        "data/metadata.json",
                        "data/text/en.md",
                        "data/text/fr.md",
                        "data/text/frozen.pdf",
                        "data/validation/detailed-report.xml",
                        "data/validation/etsi-report.xml",
                        "data/validation/simple-report.xml",
                        "data/validation/verifier.json")
                .contains(
                        "bagit.txt",
                        "bag-info.txt",
                        "manifest-sha256.txt",
                        "manifest-sha512.txt",
                        "tagmanifest-sha256.txt",
                        "tagmanifest-sha512.txt");
        assertThat(text("text/fr.md")).isEqualTo("Nous, parties à la présente…\n");
    }

    @Test
    void the_document_in_it_verifies_and_starts_with_the_frozen_text() {
        PdfBytes document = new PdfBytes(file("declaration.pdf"));

        VerificationReport report = new SignatureVerifier(anchors).verify(document);

        assertThat(report.valid()).isTrue();
        assertThat(report.signaturesOfPeople()).isEqualTo(3);
        assertThat(document.startsWith(new PdfBytes(file("text/frozen.pdf")))).isTrue();
        JsonNode verifier = json("validation/verifier.json");
        assertThat(verifier.get("valid").asBoolean()).isTrue();
        assertThat(verifier.get("sha256").asString())
                .isEqualTo(document.sha256().hex());
        assertThat(verifier.get("signatures")).hasSize(6);
    }

    @Test
    void the_judge_passes_the_document_under_the_anchor_that_lies_beside_it() throws Exception {
        X509Certificate anchor = certificate("certificates/anchor-01-alternat-declaration-ca.pem");

        Judgement judgement = judge.judge(new PdfBytes(file("declaration.pdf")), List.of(anchor));

        assertThat(judgement.allPassed()).isTrue();
    }

    @Test
    void every_certificate_of_the_chain_is_there_and_leads_to_the_anchor() throws Exception {
        X509Certificate anchor = certificate("certificates/anchor-01-alternat-declaration-ca.pem");
        List<String> names = files.keySet().stream()
                .filter(name -> name.contains("/certificates/certificate-"))
                .map(name -> name.substring((top + "data/").length()))
                .toList();

        assertThat(names).hasSize(5).anySatisfy(name -> assertThat(name).contains("sebastien"));
        for (String name : names) {
            certificate(name).verify(anchor.getPublicKey());
        }
        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(file("certificates/revocation-list-01.pem")));
        list.verify(anchor.getPublicKey());
    }

    @Test
    void the_metadata_names_people_parties_and_instants_but_no_mail_address() {
        JsonNode metadata = json("metadata.json");

        assertThat(metadata.get("title").asString()).isEqualTo("Déclaration commune sur l’évaluation");
        assertThat(metadata.get("parties").get(0).get("name").asString()).isEqualTo("Fédération de l’économie sociale");
        JsonNode second = metadata.get("parties").get(0).get("signatories").get(1);
        assertThat(second.get("familyName").asString()).isEqualTo("Łukasiewicz");
        assertThat(second.get("capacity").asString()).isEqualTo("Secrétaire générale");
        assertThat(second.get("signed").get("utc").asString()).endsWith("Z");
        assertThat(second.get("signed").get("local").asString()).contains("+0");
        assertThat(text("metadata.json")).doesNotContain("@").doesNotContain("example.org");
        List<Revision> chain = revisions.list(id);
        assertThat(metadata.get("revisions")).hasSize(chain.size());
        byte[] document = file("declaration.pdf");
        for (JsonNode revision : metadata.get("revisions")) {
            byte[] prefix =
                    java.util.Arrays.copyOf(document, revision.get("length").asInt());
            assertThat(Sha256.of(prefix).hex()).isEqualTo(revision.get("sha256").asString());
        }
    }

    @Test
    void it_says_which_language_prevails_and_which_only_informs() {
        assertThat(json("metadata.json").get("languages").toString()).isEqualTo("[\"fr\",\"nl\",\"en\"]");
        JsonNode versions = json("metadata.json").get("versions");
        assertThat(versions.get("fr").toString()).isEqualTo("{\"standing\":\"prevailing\",\"fromPage\":1}");
        assertThat(versions.get("nl").get("standing").asString()).isEqualTo("authentic");
        assertThat(versions.get("en").toString()).isEqualTo("{\"standing\":\"translation\"}");
        assertThat(json("closing-report.json")
                        .get("languages")
                        .get(0)
                        .get("standing")
                        .asString())
                .isEqualTo("prevailing");
    }

    @Test
    void the_readable_texts_in_it_are_those_of_which_the_trail_tells_the_digest() {
        for (String language : List.of("fr", "en")) {
            assertThat(text("audit/trail.jsonl"))
                    .contains("\"text." + language + "\":\""
                            + Sha256.of(file("text/" + language + ".md")).hex() + "\"");
        }
    }

    @Test
    void the_trail_in_it_is_the_one_before_the_archiving_and_its_chain_can_be_recomputed_as_the_instructions_say() {
        assertThat(text("audit/trail.jsonl")).isEqualTo(trailBefore);
        String previous = "0".repeat(64);
        for (String line : text("audit/trail.jsonl").lines().toList()) {
            String hashed = line.replaceAll(",\"hash\":\"[0-9a-f]*\"}$", "}");
            String stated = line.replaceAll(".*,\"hash\":\"([0-9a-f]*)\"}$", "$1");

            assertThat(Sha256.of(hashed.getBytes(StandardCharsets.UTF_8)).hex()).isEqualTo(stated);
            assertThat(line).contains("\"previous\":\"" + previous + "\"");
            previous = stated;
        }
    }

    @Test
    void the_instructions_name_only_files_that_are_there() {
        for (String language : List.of("fr", "nl", "en")) {
            String instructions = text("README." + language + ".txt");

            assertThat(instructions)
                    .contains(declarations.get(id).reference())
                    .contains("head -c " + file("text/frozen.pdf").length + " data/declaration.pdf")
                    .doesNotContain("archive.readme")
                    .doesNotContain("{");
            assertThat(instructions.lines().filter(line -> line.matches(" +openssl (x509|verify|crl) .*")))
                    .hasSize(3)
                    .allSatisfy(command -> assertThat(command.split(" "))
                            .filteredOn(word -> word.endsWith(".pem"))
                            .isNotEmpty()
                            .allSatisfy(name -> assertThat(files).containsKey(top + "data/certificates/" + name)));
        }
    }

    @Test
    void files_stand_in_a_fixed_order_at_the_instant_of_closing_whatever_the_server_s_zone() throws IOException {
        LocalDateTime closing = LocalDateTime.ofInstant(declarations.get(id).closedAt(), ZoneOffset.UTC);
        List<String> payload = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(taken.zip()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                // Zip counts in steps of two seconds.
                assertThat(entry.getTimeLocal()).isBetween(closing.minusSeconds(2), closing);
                if (entry.getName().startsWith(top + "data/")) {
                    payload.add(entry.getName());
                }
            }
        }
        List<String> sorted = new ArrayList<>(payload);
        Collections.sort(sorted);

        assertThat(taken.fileName()).isEqualTo(declarations.get(id).reference() + ".zip");
        assertThat(files.keySet()).allMatch(name -> name.startsWith(top));
        assertThat(payload).isEqualTo(sorted);
    }

    private String oxum() {
        List<byte[]> payload = files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(top + "data/"))
                .map(Map.Entry::getValue)
                .toList();
        return payload.stream().mapToLong(content -> content.length).sum() + "." + payload.size();
    }

    private X509Certificate certificate(String path) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file(path)));
    }

    private JsonNode json(String path) {
        return new JsonMapper().readTree(file(path));
    }

    private String text(String path) {
        return new String(file(path), StandardCharsets.UTF_8);
    }

    private byte[] file(String path) {
        return files.get(top + "data/" + path);
    }

    static Map<String, byte[]> unzip(byte[] zipped) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
