package org.alternat.sealing;

import java.util.Optional;
import org.alternat.shared.DeclarationId;
import org.jspecify.annotations.Nullable;

/** The verifier or the judge does not find the sealed file whole. Nobody receives it until somebody has looked. */
public class SealedDocumentDisputedException extends RuntimeException {

    private static final String LEAD = "the sealed document of declaration ";
    private static final String FINDING = " is disputed: ";

    SealedDocumentDisputedException(DeclarationId id, String why) {
        super(LEAD + id + FINDING + why);
    }

    /** Who found what, out of a message that may be one of this exception, kept somewhere as text. */
    public static Optional<String> finding(@Nullable String message) {
        return message != null && message.startsWith(LEAD) && message.contains(FINDING)
                ? Optional.of(message.substring(message.indexOf(FINDING) + FINDING.length()))
                : Optional.empty();
    }
}
