package org.alternat.sealing;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.alternat.audit.AuditTrail;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.FieldPreparation;
import org.alternat.pki.TestPki;
import org.alternat.pki.TimestampAuthority;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A chain in the database for two people, and who else wants its lock. */
@JdbcTest
@Import({Revisions.class, AuditTrail.class, StoredChain.Time.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
abstract class StoredChain {

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
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path folder;

    final DeclarationId id = DeclarationId.random();

    Sha256 prepared() {
        PdfBytes text = ChainFixture.text(1);
        return transaction.execute(s -> {
            audit.open(id);
            revisions.keepDraft(id, text);
            revisions.freeze(id);
            return revisions
                    .appendPrepared(revisions.lock(id), new FieldPreparation().prepare(text, ChainFixture.pages(2)))
                    .sha256();
        });
    }

    void signs(int n) {
        TestPki pki = new TestPki(folder);
        ChainFixture signing = new ChainFixture(pki, ChainFixture.text(1), 2);
        transaction.executeWithoutResult(s -> {
            Revisions.Head head = revisions.lock(id);
            revisions.append(head, RevisionKind.SIGNATURE, signing.revisionFor(revisions.state(head), n, pki));
        });
    }

    /** Whether somebody else gets the lock of the chain now. */
    boolean isFree() {
        try {
            return CompletableFuture.supplyAsync(() -> transaction.execute(s -> revisions.lock(id)) != null)
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        } catch (java.util.concurrent.CompletionException e) {
            // H2 gives up waiting, PostgreSQL never does.
            if (e.getCause() instanceof TransientDataAccessException || e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }

    List<RevisionKind> kinds() {
        return revisions.list(id).stream().map(revision -> revision.kind()).toList();
    }

    /** A real authority that takes its time: enough for something else to happen before it answers. */
    static final class UnhurriedAuthority implements TimestampAuthority {

        private final TimestampAuthority authority;
        private final Runnable meanwhile;
        private final List<Sha256> asked = new CopyOnWriteArrayList<>();

        UnhurriedAuthority(TimestampAuthority authority, Runnable meanwhile) {
            this.authority = authority;
            this.meanwhile = meanwhile;
        }

        @Override
        public byte[] timestamp(Sha256 imprint) {
            asked.add(imprint);
            meanwhile.run();
            return authority.timestamp(imprint);
        }

        @Override
        public List<X509CertificateHolder> certificates() {
            return authority.certificates();
        }

        int asked() {
            return asked.size();
        }
    }
}
