package org.alternat.verification;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.alternat.declaration.Corrections;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.document.Revisions;
import org.alternat.pades.VerificationReport;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.Sha256;
import org.alternat.verification.HeldFile.Match;
import org.springframework.stereotype.Service;

/**
 * "Is it the original that we hold?" Answered by digest alone: whoever has the bytes has the document, so nothing is told
 * that they do not know.
 */
@Service
class HeldFiles {

    private final Revisions revisions;
    private final Declarations declarations;
    private final Corrections corrections;

    HeldFiles(Revisions revisions, Declarations declarations, Corrections corrections) {
        this.revisions = revisions;
        this.declarations = declarations;
        this.corrections = corrections;
    }

    Optional<HeldFile> find(PdfBytes file, VerificationReport report) {
        return revisions
                .find(file.sha256())
                .map(whole -> described(whole, match(whole), file.length()))
                .or(() -> beginning(file, report));
    }

    private Match match(Revisions.Held whole) {
        DeclarationState state = declarations.get(whole.declarationId()).state();
        if (state == DeclarationState.SUPERSEDED) {
            return Match.SUPERSEDED;
        }
        boolean last = whole.number() == whole.last();
        return last && isSealed(state) ? Match.FINAL_COPY : last ? Match.CURRENT : Match.EARLIER;
    }

    private static boolean isSealed(DeclarationState state) {
        return state == DeclarationState.SEALED || state == DeclarationState.ARCHIVED;
    }

    /** The longest beginning that ends with a signature and is one of ours; all of them are digested in one go. */
    private Optional<HeldFile> beginning(PdfBytes file, VerificationReport report) {
        byte[] bytes = file.toByteArray();
        MessageDigest running = Sha256.newDigest();
        Optional<HeldFile> longest = Optional.empty();
        int done = 0;
        List<Long> ends = report.signatures().stream()
                .map(VerificationReport.VerifiedSignature::coversUpTo)
                .filter(end -> end > 0 && end < bytes.length)
                .sorted()
                .distinct()
                .toList();
        for (long end : ends) {
            running.update(bytes, done, (int) end - done);
            done = (int) end;
            int length = done;
            longest = revisions
                    .find(Sha256.ofDigest(copy(running).digest()))
                    .map(part -> described(part, Match.CONTINUED, length))
                    .or(longestSoFar(longest));
        }
        return longest;
    }

    private static java.util.function.Supplier<Optional<HeldFile>> longestSoFar(Optional<HeldFile> longest) {
        return () -> longest;
    }

    private HeldFile described(Revisions.Held held, Match match, long length) {
        Declaration declaration = declarations.get(held.declarationId());
        Declaration later = corrections.around(held.declarationId()).later();
        return new HeldFile(
                declaration.reference(),
                declaration.title(),
                declaration.zone(),
                held.number(),
                match,
                later == null ? null : later.reference(),
                length);
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }
}
