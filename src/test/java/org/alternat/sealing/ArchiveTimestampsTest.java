package org.alternat.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.document.RevisionKind;
import org.alternat.document.Revisions;
import org.alternat.pades.AppendedRevision;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.ChainReader;
import org.alternat.pades.EmbeddedValidationData;
import org.alternat.pades.FieldPreparation;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.ValidationDataCollector;
import org.alternat.pades.VerificationReport;
import org.alternat.pades.attack.AuthorityServer;
import org.alternat.pades.attack.ForeignPki;
import org.alternat.pades.attack.ForeignTool;
import org.alternat.pades.attack.PdfUpdate;
import org.alternat.pki.TestPki;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Decades are bridged by one more archive timestamp before the last one loses its worth. */
@JdbcTest
@Import({Revisions.class, AuditTrail.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ArchiveTimestampsTest {

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

    @TempDir
    Path folder;

    private final DeclarationId id = DeclarationId.random();

    @Test
    void ten_years_later_one_more_is_appended_and_every_signature_still_holds() {
        Sha256 sealed = signedAndSealed();
        PdfBytes before = revisions.read(id);

        Sha256 renewed = renew(sealed);

        PdfBytes after = revisions.read(id);
        assertThat(after.startsWith(before)).isTrue();
        assertThat(after.sha256()).isEqualTo(renewed).isNotEqualTo(sealed);
        VerificationReport report = new SignatureVerifier(new TestPki(folder).anchors()).verify(after);
        assertThat(report.valid()).as(report.toString()).isTrue();
        assertThat(report.signatures())
                .extracting(VerificationReport.VerifiedSignature::fieldName)
                .containsExactly("SIG_0001", "SEAL_CLOSING", "TIMESTAMP_0001", "TIMESTAMP_0002");
        assertThat(audit.entries(id))
                .extracting(entry -> entry.event().type())
                .containsOnlyOnce(AuditEventType.ARCHIVE_TIMESTAMP_RENEWED);
    }

    @Test
    void a_renewal_that_is_asked_for_twice_happens_once() {
        Sha256 sealed = signedAndSealed();
        Sha256 renewed = renew(sealed);

        assertThat(renew(sealed)).isEqualTo(renewed);
        assertThat(revisions.read(id).sha256()).isEqualTo(renewed);
    }

    @Test
    void what_is_not_sealed_is_not_renewed() {
        Sha256 prepared = prepared();

        assertThatThrownBy(() -> renew(prepared)).hasMessageContaining("not sealed");
        assertThat(revisions.read(id).sha256()).isEqualTo(prepared);
    }

    @Test
    void while_the_authority_of_a_card_is_asked_nobody_waits_for_the_chain() throws Exception {
        prepared();
        ForeignPki cards = new ForeignPki();
        try (AuthorityServer authority = new AuthorityServer()) {
            ForeignPki.Card card = cards.saying(null, authority.at("/ocsp")).card("Zoë", "D'Hondt");
            authority.serve("/ocsp", cards.goodAnswer(card));
            TestPki pki = new TestPki(folder).trusting(cards.root());
            signedBy(card, cards, pki);
            List<Boolean> free = new CopyOnWriteArrayList<>();
            authority.whenAsked(() -> free.add(isFree()));

            ArchiveTimestamps sealing = new ArchiveTimestamps(
                    revisions, pki.timestamps(), pki.revocationData(), pki.anchors(), audit, Clock.systemUTC());
            transaction.executeWithoutResult(s -> {
                ValidationDataCollector.Asked asked = sealing.ask(id);
                Revisions.Head head = revisions.lock(id);
                AppendedRevision seal = new ChainFixture(folder, ChainFixture.text(1), 1)
                        .sealFor(revisions.state(head), new TestPki(folder));
                sealing.append(revisions.append(head, RevisionKind.SEAL, seal), asked);
            });
            transaction.executeWithoutResult(
                    s -> sealing.renew(id, revisions.read(id).sha256()));

            assertThat(free).containsExactly(true, true);
        }
        assertThat(EmbeddedValidationData.read(revisions.read(id)).revocationAnswers())
                .as("the same answer at the seal and at the renewal")
                .hasSize(1);
    }

    /** Whether somebody else gets the lock of the chain now. */
    private boolean isFree() {
        try {
            return transaction.execute(s -> revisions.lock(id)) != null;
        } catch (PessimisticLockingFailureException held) {
            return false;
        }
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

    private Sha256 renew(Sha256 sealed) {
        Instant later = Instant.now().plus(Duration.ofDays(3653));
        return transaction.execute(s -> archiveTimestamps(later).renew(id, sealed));
    }

    private ArchiveTimestamps archiveTimestamps(Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        TestPki pki = new TestPki(folder, clock);
        return new ArchiveTimestamps(revisions, pki.timestamps(), pki.revocationData(), pki.anchors(), audit, clock);
    }

    private Sha256 prepared() {
        PdfBytes text = ChainFixture.text(1);
        return transaction.execute(s -> {
            audit.open(id);
            revisions.keepDraft(id, text);
            revisions.freeze(id);
            return revisions
                    .appendPrepared(revisions.lock(id), new FieldPreparation().prepare(text, ChainFixture.pages(1)))
                    .sha256();
        });
    }

    private Sha256 signedAndSealed() {
        prepared();
        TestPki pki = new TestPki(folder);
        ChainFixture signing = new ChainFixture(folder, ChainFixture.text(1), 1);
        ArchiveTimestamps sealing = archiveTimestamps(Instant.now());
        return transaction.execute(s -> {
            ValidationDataCollector.Asked asked = sealing.ask(id);
            Revisions.Head head = revisions.lock(id);
            head = revisions.append(head, RevisionKind.SIGNATURE, signing.revisionFor(revisions.state(head), 1, pki));
            AppendedRevision seal = signing.sealFor(revisions.state(head), pki);
            head = revisions.append(head, RevisionKind.SEAL, seal);
            return sealing.append(head, asked).sha256();
        });
    }
}
