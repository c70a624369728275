package org.alternat.verification;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.document.Revisions;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.VerificationReport;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Checks a PDF that somebody brings, or the final copy that somebody names. The file stays in memory for as long as that
 * takes and is kept nowhere.
 */
@Service
public class Verification {

    /** The largest file that is checked, in bytes. */
    public static final int MAX_BYTES = 50 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    /** Each may hold a file of the largest size several times over. */
    private static final int AT_ONCE = 2;

    private final Declarations declarations;
    private final Revisions revisions;
    private final HeldFiles held;
    private final SecondOpinion judge;
    private final SignatureVerifier verifier;
    private final Semaphore desk = new Semaphore(AT_ONCE);

    Verification(
            Declarations declarations,
            Revisions revisions,
            HeldFiles held,
            SecondOpinion judge,
            TrustAnchors anchors,
            Clock clock) {
        this.declarations = declarations;
        this.revisions = revisions;
        this.held = held;
        this.judge = judge;
        this.verifier = new SignatureVerifier(anchors, clock);
    }

    /**
     * Checks a file.
     *
     * @throws NotAPdfException when it cannot be read as a PDF, or is encrypted
     * @throws VerificationBusyException when too many others are being checked
     */
    public CheckedFile check(byte[] file) {
        if (!desk.tryAcquire()) {
            throw new VerificationBusyException();
        }
        try {
            return examine(new PdfBytes(file));
        } finally {
            desk.release();
        }
    }

    /**
     * Checks the final copy that we hold of a sealed declaration.
     *
     * @param reference such as {@code ALT-2026-0001}; blanks and letter case do not matter
     * @return nothing when no sealed declaration has this reference
     * @throws VerificationBusyException when too many others are being checked
     */
    public Optional<CheckedFile> checkFinalCopy(String reference) {
        Optional<Declaration> declaration = declarations
                .find(reference.strip().toUpperCase(Locale.ROOT))
                .filter(one -> one.state() == DeclarationState.SEALED || one.state() == DeclarationState.ARCHIVED);
        return declaration.map(one -> check(revisions.read(one.id()).toByteArray()));
    }

    private CheckedFile examine(PdfBytes file) {
        VerificationReport report;
        try {
            report = verifier.verify(file);
        } catch (IllegalArgumentException e) {
            throw new NotAPdfException(e);
        }
        Optional<HeldFile> ours = held.find(file, report);
        CheckedFile checked = new CheckedFile(file.sha256(), report, ours, judge.on(file, report, ours));
        log.info("A file of {} bytes was checked: {}", file.length(), report.verdict());
        return checked;
    }
}
