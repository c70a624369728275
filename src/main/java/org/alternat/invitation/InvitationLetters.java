package org.alternat.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.alternat.access.SigningLinks;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.Turn;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that ask somebody to sign, or for what else the role is there. Each carries a fresh signing link; none leaves once the person has answered or the
 * declaration does not circulate, so a reminder that was already on its way stops here.
 */
@Service
public class InvitationLetters {

    static final String INVITATION = "invitation";

    /** In the place of an invitation, to somebody of whom a signature on paper was recorded by mistake. */
    private static final String PAPER_UNDONE = "paper-undone";

    /** Keeps the letters of one kind to a person apart from those to the person who takes the place later. */
    private static final int LETTERS_TO_ONE_PERSON = 1000;

    private final Declarations declarations;
    private final Signatories signatories;
    private final SigningLinks links;
    private final Letters letters;
    private final InvitationModel wording;
    private final Clock clock;

    InvitationLetters(
            Declarations declarations,
            Signatories signatories,
            SigningLinks links,
            Letters letters,
            InvitationModel wording,
            Clock clock) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.links = links;
        this.letters = letters;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Invites, and marks the signatory as invited; whoever was invited before learns what has changed since.
     *
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken; nothing has changed then
     */
    @Transactional
    public void sendInvitation(SignatoryId id) {
        Signatory signatory = signatories.get(id);
        if (!isOpen(signatory)) {
            return;
        }
        Turn turn = signatories.turn(signatory.declarationId());
        int undone = signatory.invitedAt() == null ? signatories.papersUndone(signatory) : 0;
        if (undone > 0) {
            send(PAPER_UNDONE, signatory, signatory.version() * LETTERS_TO_ONE_PERSON + undone);
        } else if (signatory.invitedAt() == null || turn.kind() == Turn.Kind.NONE) {
            send(INVITATION, signatory, signatory.version());
        } else {
            send(kindOf(turn), signatory, signatory.version() * LETTERS_TO_ONE_PERSON + turn.number());
        }
    }

    private static String kindOf(Turn turn) {
        return switch (turn.kind()) {
            case NONE -> INVITATION;
            case PROLONGED -> "prolongation";
            case RESUMED -> "resumption";
        };
    }

    /**
     * Reminds.
     *
     * @param number counts this signatory's reminders from 1; the same number is the same letter
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken; nothing has changed then
     */
    @Transactional
    public void sendReminder(SignatoryId id, int number) {
        if (number < 1 || number >= LETTERS_TO_ONE_PERSON) {
            throw new IllegalArgumentException("reminders are counted from 1 to 999");
        }
        Signatory signatory = signatories.get(id);
        if (isOpen(signatory)) {
            send("reminder", signatory, signatory.version() * LETTERS_TO_ONE_PERSON + number);
        }
    }

    /**
     * Sends a fresh signing link to the address that the invitation went to.
     *
     * @param askedAt when it was asked for; the same minute is the same letter
     * @param alongside what is true once it has left, see {@link Letters}
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken
     */
    @Transactional
    public void sendFreshLink(SignatoryId id, Instant askedAt, Runnable alongside) {
        Signatory signatory = signatories.get(id);
        if (isOpen(signatory)) {
            send("fresh-link", signatory, Math.toIntExact(askedAt.getEpochSecond() / 60), alongside);
        }
    }

    private boolean isOpen(Signatory signatory) {
        Declaration declaration = declarations.get(signatory.declarationId());
        return signatory.state().isOpen()
                && signatory.isNamed()
                && declaration.state() == DeclarationState.CIRCULATING
                && declaration.answerableUntil().isAfter(clock.instant())
                && !signatories.isPaused(declaration.id());
    }

    /** Which of the persons who held the place a letter went to; nothing for a letter of another kind. */
    static OptionalInt personVersion(LetterKey key) {
        return switch (key.kind()) {
            case INVITATION -> OptionalInt.of(key.sequence());
            case "prolongation", "resumption", "reminder", PAPER_UNDONE ->
                OptionalInt.of(key.sequence() / LETTERS_TO_ONE_PERSON);
            default -> OptionalInt.empty();
        };
    }

    private void send(String kind, Signatory signatory, int sequence) {
        send(kind, signatory, sequence, () -> {});
    }

    private void send(String kind, Signatory signatory, int sequence, Runnable alongside) {
        LetterKey key = new LetterKey(kind, signatory.declarationId(), "signatory:" + signatory.id(), sequence);
        letters.send(key, () -> letter(key, signatory), () -> {
            signatories.invited(signatory.id(), clock.instant());
            alongside.run();
        });
    }

    private Letter letter(LetterKey key, Signatory signatory) {
        Declaration declaration = declarations.get(signatory.declarationId());
        Map<String, Object> model = wording.model(
                declaration, signatory, links.issue(signatory.id()).uri());
        return new Letter(
                key,
                key.kind(),
                signatory.locale(),
                People.of(signatory),
                People.of(declarations.organisers(declaration.id())),
                model,
                List.of());
    }
}
