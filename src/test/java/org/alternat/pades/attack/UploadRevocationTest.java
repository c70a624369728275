package org.alternat.pades.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alternat.pades.UploadVerdict;
import org.alternat.pades.UploadVerdict.Accepted;
import org.alternat.pades.UploadVerdict.Reason;
import org.alternat.pades.UploadVerdict.Refused;
import org.alternat.pades.ValidationData;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a certificate was revoked must be provable on the day on which it is brought, or it never will be: the authority is
 * asked at once, over HTTP, and the answer is what the finished document will carry.
 */
class UploadRevocationTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir
    static Path folder;

    private static Scene scene;

    private final AuthorityServer server = new AuthorityServer();

    @BeforeAll
    static void a_head_that_waits_for_zoe() throws Exception {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_card_whose_authority_says_nowhere_what_it_has_revoked_is_refused() {
        refused(Reason.NO_REVOCATION_DATA, card(null, null));
        refused(Reason.NO_REVOCATION_DATA, card("ldap://directory.example/cn=list", null));
    }

    @Test
    void a_card_of_an_authority_of_which_nothing_can_be_asked_is_refused_as_well() {
        ForeignPki below = scene.cards.saying(null, null).subordinate().saying(server.at("/list"), null);
        server.serve("/list", below.revocationList());

        refused(Reason.NO_REVOCATION_DATA, below, below.card("Zoë", "D'Hondt"));
    }

    @Test
    void a_card_that_says_that_nothing_ever_revokes_it_is_accepted_and_nobody_is_asked() {
        scene.cards.saying(null, null);

        accepted(scene.cards.cardThatSays("Zoë", "D'Hondt", "2.5.29.56"));
        accepted(scene.cards.cardThatSays("Zoë", "D'Hondt", "0.4.0.194121.2.1"));
        assertThat(server.asked()).isZero();
    }

    @Test
    void while_the_authority_is_silent_the_upload_may_come_again_and_then_it_is_accepted() {
        ForeignPki.Card zoe = card(server.at("/list"), server.at("/answers"));
        refused(Reason.REVOCATION_SILENT, zoe);

        server.serve("/list", scene.cards.revocationList());

        assertThat(accepted(zoe).revocationLists())
                .as("of her authority, and of ours for the timestamp")
                .hasSize(2);
        refused(Reason.REVOCATION_SILENT, card("http://127.0.0.1:9/nobody", null));
    }

    @Test
    void an_answer_alone_is_enough_and_is_kept() {
        ForeignPki.Card zoe = card(null, server.at("/answers"));
        server.serve("/answers", scene.cards.goodAnswer(zoe));

        ValidationData kept = accepted(zoe);

        assertThat(kept.revocationAnswers()).hasSize(1);
        assertThat(kept.revocationLists())
                .as("of our own authority, for the timestamp")
                .hasSize(1);
    }

    @Test
    void what_does_not_hold_proves_nothing() {
        ForeignPki.Card zoe = card(server.at("/list"), server.at("/answers"));
        ForeignPki.Card other = scene.cards.card("Somebody", "Else");
        ForeignPki stranger = new ForeignPki();
        List<byte[]> answers = List.of(
                stranger.goodAnswer(zoe),
                scene.cards.goodAnswer(other),
                scene.cards.answer(zoe, new UnknownStatus(), A_DAY),
                scene.cards.answer(zoe, CertificateStatus.GOOD, A_DAY.negated()));
        List<byte[]> lists =
                List.of(stranger.revocationList(), scene.cards.revocationList(Instant.now(), Duration.ofMinutes(-10)));

        for (byte[] answer : answers) {
            for (byte[] list : lists) {
                server.serve("/answers", answer).serve("/list", list);
                refused(Reason.REVOCATION_NOT_PROVEN, zoe);
            }
        }
    }

    @Test
    void a_list_helps_where_the_answer_does_not_hold() {
        ForeignPki.Card zoe = card(server.at("/list"), server.at("/answers"));
        server.serve("/answers", new ForeignPki().goodAnswer(zoe)).serve("/list", scene.cards.revocationList());

        ValidationData kept = accepted(zoe);

        assertThat(kept.revocationAnswers()).isEmpty();
        assertThat(kept.revocationLists()).hasSize(2);
    }

    @Test
    void a_card_that_its_authority_has_revoked_is_refused_whatever_way_it_says_so() {
        Instant yesterday = Instant.now().minus(A_DAY);
        ForeignPki.Card byAnswer = card(null, server.at("/answers"));
        server.serve("/answers", scene.cards.revokedAnswer(byAnswer, yesterday));
        ForeignPki.Card byList = card(server.at("/list"), null);
        server.serve("/list", scene.cards.revocationList(byList));

        refused(Reason.REVOKED, byAnswer);
        refused(Reason.REVOKED, byList);
    }

    @Test
    void a_signature_that_leaves_out_the_authority_in_between_is_told_apart_from_a_strange_one() {
        ForeignPki below =
                scene.cards.saying(server.at("/root"), null).subordinate().saying(server.at("/below"), null);
        server.serve("/below", below.revocationList()).serve("/root", scene.cards.revocationList());
        ForeignPki.Card zoe = below.card("Zoë", "D'Hondt");

        assertThat(reason(scene.checkAsking(sign(zoe, List.of(zoe.certificate())))))
                .isEqualTo(Reason.INCOMPLETE_CHAIN);
        assertThat(scene.checkAsking(sign(zoe, below.chainOf(zoe)))).isInstanceOf(Accepted.class);
        assertThat(scene.checkAsking(sign(zoe, List.of(zoe.certificate(), below.root()))))
                .isInstanceOf(Accepted.class);
    }

    private static ForeignPki.Card card(String list, String responder) {
        return scene.cards.saying(list, responder).card("Zoë", "D'Hondt");
    }

    private static void refused(Reason reason, ForeignPki.Card card) {
        refused(reason, scene.cards, card);
    }

    private static void refused(Reason reason, ForeignPki issuer, ForeignPki.Card card) {
        assertThat(reason(scene.checkAsking(sign(card, issuer.chainOf(card))))).isEqualTo(reason);
    }

    private static ValidationData accepted(ForeignPki.Card card) {
        UploadVerdict verdict = scene.checkAsking(sign(card, scene.cards.chainOf(card)));
        assertThat(verdict).isInstanceOf(Accepted.class);
        return ((Accepted) verdict).validationData();
    }

    private static Reason reason(UploadVerdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).reason();
    }

    private static byte[] sign(ForeignPki.Card card, List<X509CertificateHolder> chain) {
        return new ForeignTool(card, chain, scene.chain.pki().timestamps()).sign(scene.update(), Scene.FIELD);
    }
}
