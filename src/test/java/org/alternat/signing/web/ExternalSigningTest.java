package org.alternat.signing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.alternat.audit.AuditEventType;
import org.alternat.declaration.SignatoryState;
import org.alternat.document.RevisionKind;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.attack.ForeignPki;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody signs in a program of their own, with a certificate of an authority that the operator has named. */
class ExternalSigningTest extends SigningElsewhere {

    @Autowired
    JdbcClient jdbc;

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
    void what_could_be_disputed_at_the_end_is_refused_while_its_signatory_can_still_do_something() {
        Person zoe = invited("fr-FR").get(0).proved();
        byte[] head = reserved(zoe);
        CARDS.saying(null, null);
        ForeignPki.Card mute = CARDS.card("Zoë", "D’Hondt");

        HttpResponse<String> answer = refused(zoe, sign(mute, head, zoe), "no-revocation-data");

        assertThat(answer.body()).contains("ne publie rien sur les certificats révoqués");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
    }

    @Test
    void a_signature_that_the_judge_does_not_confirm_is_not_kept_although_the_gate_lets_it_pass() {
        Person zoe = invited("fr-FR").get(0).proved();
        byte[] head = reserved(zoe);
        // id-pkix-ocsp-nocheck: a responder's certificate. The judge does not let it sign documents, our own gate does
        // not ask.
        ForeignPki.Card odd =
                CARDS.saying(null, null).cardThatSays("Zoë", "D’Hondt", "2.5.29.56", "1.3.6.1.5.5.7.48.1.5");

        HttpResponse<String> answer = refused(zoe, sign(odd, head, zoe), "disputed");

        assertThat(answer.body()).contains("Une seconde vérification, indépendante, ne confirme pas cette signature");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
        DeclarationId id = signatory(zoe).declarationId();
        assertThat(revisions.read(id)).isEqualTo(new PdfBytes(head));
        assertThat(audit.entries(id)).extracting(entry -> entry.event()).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(AuditEventType.EXTERNAL_SIGNATURE_REFUSED);
            assertThat(event.details()).containsEntry("reason", "DISPUTED");
        });
        assertThat(location(handIn(zoe, ZOE.sign(head, field(zoe))))).endsWith("/done");
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

    @Test
    void what_comes_back_after_the_deadline_is_refused_in_words_even_before_the_service_has_noticed_it() {
        Person zoe = invited("fr-FR").get(0).proved();
        byte[] signed = ZOE.sign(reserved(zoe), field(zoe));
        jdbc.sql("update declaration set deadline = ? where id = ?")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        declarationOf(zoe).value())
                .update();

        HttpResponse<String> late = handIn(zoe, signed);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Le délai est passé");
        assertThat(state(zoe)).isEqualTo(SignatoryState.INVITED);
    }

    private HttpResponse<String> refused(Person person, byte[] file, String trouble) {
        HttpResponse<String> answer = handIn(person, file);
        assertThat(answer.body()).as(trouble).contains("data-trouble=\"" + trouble + "\"");
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer;
    }
}
