package org.alternat.invitation;

import java.util.List;
import org.alternat.declaration.DeclarationNotices;
import org.alternat.declaration.Notice;
import org.alternat.mail.LetterRecord;
import org.alternat.mail.LetterState;
import org.alternat.mail.Letters;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows an organiser each letter that was not taken, with the server's own words: the most usual cause is a wrong address. */
@Component
class FailedLetterNotices implements DeclarationNotices {

    private static final String SIGNATORY = "signatory:";

    private final Letters letters;

    FailedLetterNotices(Letters letters) {
        this.letters = letters;
    }

    @Override
    public List<Notice> of(DeclarationId id) {
        return letters.of(id).stream()
                .filter(letter -> letter.state() == LetterState.FAILED)
                .map(letter -> new Notice(
                        Notice.Severity.WARNING,
                        "invitation.notice.letter-failed",
                        List.of(Integer.toString(letter.attempts()), letter.answer()),
                        signatory(letter),
                        null))
                .toList();
    }

    private static @Nullable SignatoryId signatory(LetterRecord letter) {
        String recipient = letter.key().recipient();
        return recipient.startsWith(SIGNATORY) ? SignatoryId.parse(recipient.substring(SIGNATORY.length())) : null;
    }
}
