package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.alternat.audit.AuditTrail;
import org.alternat.document.HeadLeases;
import org.alternat.document.Revisions;
import org.alternat.judge.Judgements;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.attack.ForeignPki;
import org.alternat.pades.attack.ForeignTool;
import org.alternat.pades.attack.PdfUpdate;
import org.alternat.pki.TimestampAuthority;
import org.alternat.pki.TrustAnchors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service where the operator has named two authorities, and people who sign in programs of their own. */
abstract class SigningElsewhere extends SigningPages {

    static final ForeignSigner ZOE = ForeignSigner.of("Zoë D’Hondt");

    static final ForeignPki CARDS = new ForeignPki();

    static final Path JUDGE = HOME.resolve("judge").toAbsolutePath();

    @DynamicPropertySource
    static void anchor(DynamicPropertyRegistry properties) throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "foreign-ca", ".der");
        Files.write(file, ZOE.anchor());
        Files.write(file, CARDS.root().getEncoded(), StandardOpenOption.APPEND);
        properties.add("alternat.pki.trust-anchors", () -> "file:" + file.toAbsolutePath());
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:external;DB_CLOSE_DELAY=-1");
        Files.createSymbolicLink(JUDGE, Path.of("target", "judge").toAbsolutePath());
        properties.add("alternat.judge.directory", JUDGE::toString);
    }

    @Autowired
    Revisions revisions;

    @Autowired
    HeadLeases leases;

    @Autowired
    AuditTrail audit;

    @Autowired
    TimestampAuthority timestamps;

    @Autowired
    TrustAnchors anchors;

    @Autowired
    Judgements judgements;

    byte[] sign(ForeignPki.Card card, byte[] head, Person person) {
        return new ForeignTool(card, CARDS.chainOf(card), null).sign(new PdfUpdate(head), field(person));
    }

    byte[] reserved(Person person) {
        person.get("/external");
        assertThat(location(person.post("/external"))).endsWith("/external");
        assertThat(person.get("/external").body()).contains(person.link() + "/external.pdf");
        return person.browser().getBytes(person.link() + "/external.pdf");
    }

    static HttpResponse<String> handIn(Person person, byte[] file) {
        return person.browser().uploadForm(person.link() + "/external-signature", file, "read", "true");
    }

    String field(Person person) {
        return SignatureFields.signature(signatory(person).precedence());
    }
}
