package org.alternat.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.FieldPreparation;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pki.TestPki;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest
@Import(Revisions.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RevisionsTest {

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired
    Revisions revisions;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    DeclarationId id = DeclarationId.random();

    @Test
    void a_draft_may_be_replaced_until_it_is_frozen() {
        PdfBytes first = ChainFixture.text(1);
        PdfBytes second = ChainFixture.text(2);

        transaction.executeWithoutResult(s -> revisions.keepDraft(id, first));
        transaction.executeWithoutResult(s -> revisions.keepDraft(id, second));
        transaction.executeWithoutResult(s -> revisions.freeze(id));

        assertThat(revisions.read(id)).isEqualTo(second);
        assertThatThrownBy(() -> transaction.executeWithoutResult(s -> revisions.keepDraft(id, first)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(revisions.read(id)).isEqualTo(second);
    }

    @Test
    void who_waits_for_a_draft_that_is_being_replaced_finds_the_new_text() throws Exception {
        PdfBytes second = ChainFixture.text(2);
        transaction.executeWithoutResult(s -> revisions.keepDraft(id, ChainFixture.text(1)));
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();

        Future<Revisions.Head> release = transaction.execute(s -> {
            revisions.lock(id);
            revisions.keepDraft(id, second);
            Future<Revisions.Head> locking = other.submit(() -> {
                waiting.countDown();
                return transaction.execute(t -> revisions.lock(id));
            });
            try {
                waiting.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return locking;
        });

        assertThat(release.get().sha256()).isEqualTo(second.sha256());
        other.shutdown();
    }

    @Test
    void twenty_four_threads_append_at_once_and_no_signature_is_lost() throws Exception {
        int signatories = 24;
        TestPki pki = new TestPki(folder);
        ChainFixture signing = prepared(signatories);
        ExecutorService threads = Executors.newFixedThreadPool(signatories);
        List<Future<?>> all = new ArrayList<>();
        for (int n = 1; n <= signatories; n++) {
            int field = n;
            all.add(threads.submit(() -> transaction.executeWithoutResult(s -> {
                Revisions.Head head = revisions.lock(id);
                revisions.append(head, RevisionKind.SIGNATURE, signing.revisionFor(revisions.state(head), field, pki));
            })));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(revisions.list(id)).hasSize(2 + signatories);
        assertThat(revisions.head(id).orElseThrow().sha256())
                .isEqualTo(revisions.read(id).sha256());
        var report = new SignatureVerifier(pki.anchors()).verify(revisions.read(id));
        assertThat(report.valid()).isTrue();
        assertThat(report.signaturesOfPeople()).isEqualTo(signatories);
        for (int n = 1; n < 2 + signatories; n++) {
            assertThat(revisions.read(id, n).startsWith(revisions.read(id, n - 1)))
                    .isTrue();
        }
    }

    @Test
    void an_append_behind_a_head_that_has_moved_on_is_refused() {
        ChainFixture signing = prepared(2);
        TestPki pki = new TestPki(folder);
        Revisions.Head stale = transaction.execute(s -> revisions.lock(id));
        transaction.executeWithoutResult(s -> {
            Revisions.Head head = revisions.lock(id);
            revisions.append(head, RevisionKind.SIGNATURE, signing.revisionFor(revisions.state(head), 1, pki));
        });

        assertThatThrownBy(() -> transaction.executeWithoutResult(s -> revisions.append(
                        stale, RevisionKind.SIGNATURE, signing.revisionFor(revisions.state(stale), 2, pki))))
                .hasMessageContaining("moved on");
        assertThat(revisions.list(id)).hasSize(3);
    }

    @Test
    void after_a_roll_back_the_kept_state_is_not_used() {
        ChainFixture signing = prepared(2);
        TestPki pki = new TestPki(folder);
        transaction.executeWithoutResult(s -> {
            Revisions.Head head = revisions.lock(id);
            revisions.append(head, RevisionKind.SIGNATURE, signing.revisionFor(revisions.state(head), 1, pki));
            s.setRollbackOnly();
        });
        transaction.executeWithoutResult(s -> {
            Revisions.Head head = revisions.lock(id);
            assertThat(revisions.state(head).hasEmptyField(SignatureFields.signature(1)))
                    .isTrue();
            revisions.append(head, RevisionKind.SIGNATURE, signing.revisionFor(revisions.state(head), 1, pki));
        });

        assertThat(new SignatureVerifier(pki.anchors())
                        .verify(revisions.read(id))
                        .valid())
                .isTrue();
    }

    @Test
    void a_revision_that_does_not_exist_is_not_found() {
        prepared(1);

        assertThatThrownBy(() -> revisions.read(id, 7)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> revisions.read(DeclarationId.random())).isInstanceOf(NoSuchElementException.class);
    }

    private ChainFixture prepared(int signatories) {
        PdfBytes text = ChainFixture.text(2);
        ChainFixture fixture = new ChainFixture(folder, text, signatories);
        transaction.executeWithoutResult(s -> {
            revisions.keepDraft(id, text);
            revisions.freeze(id);
            revisions.appendPrepared(
                    revisions.lock(id), new FieldPreparation().prepare(text, ChainFixture.pages(signatories)));
        });
        return fixture;
    }
}
