package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.HeadLeases;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.SignatureFields;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody signs in a program of their own, with a certificate of an authority that the operator has named. */
class ExternalSigningTest extends SigningPages {

    private static final ForeignSigner ZOE = ForeignSigner.of("Zoë D’Hondt");

    private static final Path JUDGE = HOME.resolve("judge").toAbsolutePath();

    @DynamicPropertySource
    static void anchor(DynamicPropertyRegistry properties) throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "foreign-ca", ".der");
        Files.write(file, ZOE.anchor());
        properties.add("alternat.pki.trust-anchors", () -> "file:" + file.toAbsolutePath());
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:external;DB_CLOSE_DELAY=-1");
        Files.createSymbolicLink(JUDGE, Path.of("target", "judge").toAbsolutePath());
        properties.add("alternat.judge.directory", JUDGE::toString);
    }

    @Autowired
    Revisions revisions;

    @Autowired
    HeadLeases leases;

    @Test
    void a_signature_made_elsewhere_counts_like_any_other_and_gets_its_timestamp_at_once() {
        Person zoe = invited("fr-FR").get(0).proved();
        assertThat(zoe.get("/document").body()).contains("/external");
        byte[] head = reserved(zoe);

        HttpResponse<String> answer = handIn(zoe, ZOE.sign(head, field(zoe)));

        assertThat(location(answer)).endsWith("/done");
        assertThat(state(zoe)).isEqualTo(SignatoryState.SIGNED);
        assertThat(revisions.list(signatory(zoe).declarationId()))
                .extracting(revision -> revision.kind())
                .contains(RevisionKind.SIGNATURE, RevisionKind.ARCHIVE_TIMESTAMP);
        assertThat(leases.on(signatory(zoe).declarationId())).isEmpty();
    }

    @Test
    void while_one_signs_elsewhere_the_others_agree_and_their_signatures_wait() {
        List<Person> people = invited("fr-FR", "fr-CA", "en");
        Person zoe = people.get(0).proved();
        byte[] head = reserved(zoe);

        people.get(1).proved().read().sign();

        assertThat(state(people.get(1))).isEqualTo(SignatoryState.CONSENTED);
        assertThat(location(handIn(zoe, ZOE.sign(head, field(zoe))))).endsWith("/done");
        eventually(people.get(1), SignatoryState.SIGNED);
    }

    @Test
    void a_head_that_has_moved_on_is_answered_with_the_new_one_reserved() {
        List<Person> people = invited("fr-FR", "fr-CA", "en");
        Person zoe = people.get(0).proved();
        byte[] old = reserved(zoe);
        zoe.post("/external-return");
        people.get(1).proved().read().sign();
        eventually(people.get(1), SignatoryState.SIGNED);

        HttpResponse<String> answer = handIn(zoe, ZOE.sign(old, field(zoe)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("data-trouble=\"stale\"");
        byte[] current = zoe.browser().getBytes(zoe.link() + "/external.pdf");
        assertThat(new PdfBytes(current).startsWith(new PdfBytes(old))).isTrue();
        assertThat(location(handIn(zoe, ZOE.sign(current, field(zoe))))).endsWith("/done");
    }

    @Test
    void while_the_judge_does_not_answer_an_upload_waits_and_nothing_of_it_is_lost() throws Exception {
        Person zoe = invited("fr-FR").get(0).proved();
        byte[] signed = ZOE.sign(reserved(zoe), field(zoe));
        Files.delete(JUDGE);
        HttpResponse<String> answer;
        try {
            answer = handIn(zoe, signed);
        } finally {
            Files.createSymbolicLink(JUDGE, Path.of("target", "judge").toAbsolutePath());
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("data-trouble=\"no-second-opinion\"", "remettez le même fichier");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        assertThat(leases.on(signatory(zoe).declarationId())).isPresent();
        assertThat(revisions.list(signatory(zoe).declarationId()))
                .extracting(revision -> revision.kind())
                .doesNotContain(RevisionKind.SIGNATURE);
        assertThat(location(handIn(zoe, signed))).endsWith("/done");
    }

    @Test
    void nothing_but_the_right_signature_of_the_right_person_is_taken() {
        Person zoe = invited("fr-FR").get(0).proved();
        byte[] head = reserved(zoe);
        byte[] altered = head.clone();
        altered[head.length / 2] ^= 1;

        refused(zoe, ForeignSigner.sameAuthority(ZOE, "Somebody Else").sign(head, field(zoe)), "wrong-person");
        refused(zoe, ForeignSigner.of("Zoë D’Hondt").sign(head, field(zoe)), "unknown-authority");
        refused(zoe, ZOE.signWithSha1(head, field(zoe)), "weak-algorithm");
        refused(zoe, ZOE.sign(head, SignatureFields.SEAL), "wrong-field");
        refused(zoe, altered, "other-document");
        refused(zoe, ZOE.signAndAddText(head, field(zoe)), "changed");
        refused(zoe, head, "not-signed");
        refused(zoe, "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8), "other-document");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        assertThat(location(handIn(zoe, ZOE.sign(head, field(zoe))))).endsWith("/done");
    }

    private void refused(Person person, byte[] file, String trouble) {
        HttpResponse<String> answer = handIn(person, file);
        assertThat(answer.body()).as(trouble).contains("data-trouble=\"" + trouble + "\"");
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    private byte[] reserved(Person person) {
        person.get("/external");
        assertThat(location(person.post("/external"))).endsWith("/external");
        assertThat(person.get("/external").body()).contains(person.link() + "/external.pdf");
        return person.browser().getBytes(person.link() + "/external.pdf");
    }

    private static HttpResponse<String> handIn(Person person, byte[] file) {
        return person.browser().uploadForm(person.link() + "/external-signature", file, "read", "true");
    }

    private String field(Person person) {
        return SignatureFields.signature(signatory(person).precedence());
    }
}
