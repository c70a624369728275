package org.alternat.invitation;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.alternat.declaration.DeclarationNotices;
import org.alternat.declaration.Notice;
import org.alternat.declaration.Signatories;
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
    private final Signatories signatories;

    FailedLetterNotices(Letters letters, Signatories signatories) {
        this.letters = letters;
        this.signatories = signatories;
    }

    @Override
    public List<Notice> of(DeclarationId id) {
        return letters.unsettled(id).stream()
                .filter(this::isWorthTelling)
                .filter(this::isOfWhoHoldsThePlaceNow)
                .map(FailedLetterNotices::notice)
                .toList();
    }

    /** One that is on its way at this moment is not; nor is what became of a letter that has been answered since. */
    private boolean isWorthTelling(LetterRecord letter) {
        SignatoryId id = signatory(letter);
        return switch (letter.state()) {
            case SENT -> letter.perhapsTwice();
            case SENDING -> false;
            case UNSETTLED -> id == null || signatories.get(id).state().isOpen();
            default -> true;
        };
    }

    private static Notice notice(LetterRecord letter) {
        String count = Integer.toString(letter.attempts());
        return switch (letter.state()) {
            case REFUSED -> notice(letter, Notice.Severity.PROBLEM, "address-refused", List.of(count, letter.answer()));
            case DELAYED -> notice(letter, Notice.Severity.WARNING, "letter-delayed", List.of(letter.answer()));
            case SENT -> notice(letter, Notice.Severity.INFORMATION, "letter-perhaps-twice", List.of());
            case UNSETTLED -> notice(letter, Notice.Severity.WARNING, "letter-unsettled", List.of());
            case REPLIED -> notice(letter, Notice.Severity.INFORMATION, "automatic-reply", List.of());
            default -> notice(letter, Notice.Severity.WARNING, "letter-failed", List.of(count, letter.answer()));
        };
    }

    private static Notice notice(LetterRecord letter, Notice.Severity severity, String key, List<String> arguments) {
        return new Notice(severity, "invitation.notice." + key, arguments, signatory(letter), null);
    }

    /** A wrong address that was replaced is no news any more. */
    private boolean isOfWhoHoldsThePlaceNow(LetterRecord letter) {
        SignatoryId id = signatory(letter);
        OptionalInt version = InvitationLetters.personVersion(letter.key());
        return id == null || version.isEmpty() || signatories.get(id).version() == version.getAsInt();
    }

    /** The letter that asks for the answer, to whoever holds the place now. */
    @Override
    public Set<SignatoryId> unreached(DeclarationId id) {
        return letters.unsettled(id).stream()
                .filter(letter -> letter.state() == LetterState.FAILED
                        && letter.key().kind().equals(InvitationLetters.INVITATION))
                .filter(this::isOfWhoHoldsThePlaceNow)
                .map(FailedLetterNotices::signatory)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable SignatoryId signatory(LetterRecord letter) {
        String recipient = letter.key().recipient();
        return recipient.startsWith(SIGNATORY) ? SignatoryId.parse(recipient.substring(SIGNATORY.length())) : null;
    }
}
