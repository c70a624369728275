package org.alternat.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainReader;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.EmbeddedValidationData;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.attack.AuthorityServer;
import org.alternat.pades.attack.ForeignPki;
import org.alternat.pades.attack.ForeignTool;
import org.alternat.pades.attack.PdfUpdate;
import org.alternat.pki.TestPki;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;

/** Nobody waits for the chain while authorities take their time over its seal, and the seal is behind whoever signs meanwhile. */
class ClosingSealTest extends StoredChain {

    private final List<Boolean> free = new CopyOnWriteArrayList<>();

    @Test
    void while_a_timestamp_authority_is_asked_nobody_waits_for_the_chain() {
        prepared();
        signs(1);
        UnhurriedAuthority authority = unhurried(() -> free.add(isFree()));

        assertThat(close(authority, () -> true)).isPresent();
        transaction.executeWithoutResult(s ->
                archiveTimestamps(pki(), authority).renew(id, revisions.read(id).sha256()));

        assertThat(free)
                .as("seal, archive timestamp, renewal")
                .containsExactly(true, true, true)
                .hasSize(authority.asked());
        assertThat(report().valid()).as(report().toString()).isTrue();
    }

    @Test
    void who_signs_while_the_seal_is_made_stands_before_it_and_the_seal_is_made_anew() {
        prepared();
        signs(1);
        AtomicInteger asked = new AtomicInteger();
        UnhurriedAuthority authority = unhurried(() -> {
            free.add(isFree());
            if (asked.incrementAndGet() == 2) {
                elsewhere(() -> signs(2));
            }
        });

        assertThat(close(authority, () -> true)).isPresent();

        VerificationReport report = report();
        assertThat(report.valid()).as(report.toString()).isTrue();
        assertThat(report.signatures())
                .extracting(VerificationReport.VerifiedSignature::fieldName)
                .containsExactly("SIG_0001", "SIG_0002", "SEAL_CLOSING", "TIMESTAMP_0001");
        assertThat(authority.asked())
                .as("two tokens in vain, two that are kept")
                .isEqualTo(4);
        assertThat(free).as("after an attempt in vain as well").doesNotContain(false);
    }

    @Test
    void a_chain_that_grows_during_every_attempt_is_left_for_later_as_it_is() {
        prepared();
        AtomicInteger asked = new AtomicInteger();
        UnhurriedAuthority authority = unhurried(() -> {
            if (asked.incrementAndGet() % 2 == 1) {
                elsewhere(this::timestamped);
            }
        });

        assertThatThrownBy(() -> close(authority, () -> true)).hasMessageContaining("has grown during 3 attempts");

        assertThat(kinds())
                .doesNotContain(RevisionKind.SEAL)
                .filteredOn(kind -> kind == RevisionKind.ARCHIVE_TIMESTAMP)
                .hasSize(3);
        assertThat(isFree()).isTrue();
    }

    @Test
    void a_declaration_that_is_withdrawn_while_its_seal_is_made_gets_none() {
        prepared();
        AtomicBoolean withdrawn = new AtomicBoolean();
        UnhurriedAuthority authority = unhurried(() -> withdrawn.set(true));

        Optional<Revisions.Head> last = close(authority, () -> !withdrawn.get());

        assertThat(last).isEmpty();
        assertThat(kinds()).containsExactly(RevisionKind.TEXT, RevisionKind.PREPARED);
    }

    @Test
    void the_authority_of_a_card_is_asked_once_for_all_attempts_and_once_more_for_a_renewal() throws Exception {
        prepared();
        ForeignPki cards = new ForeignPki();
        try (AuthorityServer server = new AuthorityServer()) {
            ForeignPki.Card card = cards.saying(null, server.at("/ocsp")).card("Zoë", "D'Hondt");
            server.serve("/ocsp", cards.goodAnswer(card));
            TestPki pki = pki().trusting(cards.root());
            signedBy(card, cards, pki);
            server.whenAsked(() -> free.add(isFree()));
            AtomicInteger asked = new AtomicInteger();
            UnhurriedAuthority authority = unhurried(() -> {
                if (asked.incrementAndGet() == 1) {
                    elsewhere(() -> signs(2));
                }
            });

            transaction.executeWithoutResult(s -> closing(pki, authority).append(id, this::details, () -> true));
            transaction.executeWithoutResult(s -> archiveTimestamps(pki, authority)
                    .renew(id, revisions.read(id).sha256()));

            assertThat(free).containsExactly(true, true);
        }
        assertThat(EmbeddedValidationData.read(revisions.read(id)).revocationAnswers())
                .as("the same answer at the seal and at the renewal")
                .hasSize(1);
    }

    private Optional<Revisions.Head> close(TimestampAuthority authority, BooleanSupplier wanted) {
        return transaction.execute(s -> closing(pki(), authority).append(id, this::details, wanted));
    }

    private ClosingSeal closing(TestPki pki, TimestampAuthority authority) {
        return new ClosingSeal(
                revisions,
                pki.seal(authority),
                archiveTimestamps(pki, authority),
                pki.anchors(),
                transactions,
                Clock.systemUTC());
    }

    private ArchiveTimestamps archiveTimestamps(TestPki pki, TimestampAuthority authority) {
        return new ArchiveTimestamps(
                revisions, authority, pki.revocationData(), pki.anchors(), audit, Clock.systemUTC());
    }

    private UnhurriedAuthority unhurried(Runnable meanwhile) {
        return new UnhurriedAuthority(pki().timestamps(), meanwhile);
    }

    private TestPki pki() {
        return new TestPki(folder);
    }

    private static void elsewhere(Runnable something) {
        CompletableFuture.runAsync(something).join();
    }

    /** What an upload without a timestamp brings along. */
    private void timestamped() {
        transaction.executeWithoutResult(s -> {
            Revisions.Head head = revisions.lock(id);
            ArchiveTimestamps others = archiveTimestamps(pki(), pki().timestamps());
            revisions.append(
                    head,
                    RevisionKind.ARCHIVE_TIMESTAMP,
                    others.over(id, revisions.state(head), revisions.read(id), others.ask(id)));
        });
    }

    private void signedBy(ForeignPki.Card card, ForeignPki cards, TestPki pki) {
        PdfBytes head = revisions.read(id);
        byte[] signed = new ForeignTool(card, cards.chainOf(card), pki.timestamps())
                .sign(new PdfUpdate(head.toByteArray()), SignatureFields.signature(1));
        transaction.execute(s -> revisions.append(
                revisions.lock(id),
                RevisionKind.SIGNATURE,
                new AppendedRevision(
                        Arrays.copyOfRange(signed, head.length(), signed.length),
                        ChainReader.read(new PdfBytes(signed)))));
    }

    private SignatureDetails details(Instant at) {
        return new SignatureDetails(
                SignatureFields.SEAL, "Alternat", "Clôture la déclaration", "", at, List.of("Alternat"));
    }

    private VerificationReport report() {
        return new SignatureVerifier(pki().anchors()).verify(revisions.read(id));
    }
}
