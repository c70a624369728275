package org.alternat.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.alternat.audit.AuditEventType;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pades.SignatureFields;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TestPki;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.Test;

/** Decades are bridged by one more archive timestamp before the last one loses its worth. */
class ArchiveTimestampsTest extends StoredChain {

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

    private Sha256 renew(Sha256 sealed) {
        Instant later = Instant.now().plus(Duration.ofDays(3653));
        return transaction.execute(s -> archiveTimestamps(later).renew(id, sealed));
    }

    private ArchiveTimestamps archiveTimestamps(Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        TestPki pki = new TestPki(folder, clock);
        return new ArchiveTimestamps(revisions, pki.timestamps(), pki.revocationData(), pki.anchors(), audit, clock);
    }

    private Sha256 signedAndSealed() {
        prepared();
        signs(1);
        TestPki pki = new TestPki(folder);
        ClosingSeal closing = new ClosingSeal(
                revisions,
                pki.seal(),
                archiveTimestamps(Instant.now()),
                pki.anchors(),
                transactions,
                Clock.systemUTC());
        return transaction
                .execute(s -> closing.append(id, ArchiveTimestampsTest::details, () -> true))
                .orElseThrow()
                .sha256();
    }

    private static SignatureDetails details(Instant at) {
        return new SignatureDetails(
                SignatureFields.SEAL, "Alternat", "Clôture la déclaration", "", at, List.of("Alternat"));
    }
}
