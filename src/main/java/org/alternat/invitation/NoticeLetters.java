package org.alternat.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.moment.Home;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that tell of a turn in the circulation. Each method sends one letter to one person and throws {@link
 * org.alternat.mail.LetterNotSentException} when it was not taken; called again for the same turn, it does nothing.
 */
@Service
public class NoticeLetters {

    private final Declarations declarations;
    private final Signatories signatories;
    private final Letters letters;
    private final DeclarationTimes times;
    private final BaseUrl baseUrl;

    NoticeLetters(
            Declarations declarations,
            Signatories signatories,
            Letters letters,
            DeclarationTimes times,
            BaseUrl baseUrl) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.letters = letters;
        this.times = times;
        this.baseUrl = baseUrl;
    }

    /** Tells one organiser that somebody refused, and why if a reason was given. */
    @Transactional
    public void sendRefusalNotice(SignatoryId id, StaffId organiserId) {
        Signatory signatory = signatories.get(id);
        Optional<Organiser> found = organiser(signatory.declarationId(), organiserId);
        Instant answeredAt = signatory.answeredAt();
        if (found.isEmpty() || signatory.state() != SignatoryState.REFUSED || answeredAt == null) {
            return;
        }
        Organiser organiser = found.get();
        Declaration declaration = declarations.get(signatory.declarationId());
        Party party = signatories.party(signatory.partyId());
        String reason = signatory.refusalReason();
        Map<String, Object> model = Map.of(
                "asked",
                InvitationModel.asked(signatory),
                "title",
                declaration.title(),
                "reference",
                declaration.reference(),
                "signatory",
                signatory.fullName(),
                "capacity",
                signatory.capacity(),
                "partyName",
                party.name(),
                "answered",
                times.moment(declaration, answeredAt, Home.of(organiser.locale(), ""), organiser.locale()),
                "reason",
                reason == null
                        ? List.of()
                        : reason.lines().filter(line -> !line.isBlank()).toList(),
                "link",
                pageOf(declaration));
        String recipient = "organiser:" + organiserId + ":signatory:" + id;
        send("refusal-notice", declaration, organiser, recipient, signatory.version(), model);
    }

    /** Tells one organiser that the circulation is over and not every signature is there. */
    @Transactional
    public void sendIncompleteNotice(DeclarationId id, StaffId organiserId) {
        Optional<Organiser> found = organiser(id, organiserId);
        if (found.isEmpty()) {
            return;
        }
        Declaration declaration = declarations.get(id);
        List<Signatory> all = signatories.of(id).stream()
                .filter(signatory -> signatory.role().signs())
                .toList();
        int signed = count(all, SignatoryState.SIGNED) + count(all, SignatoryState.SIGNED_ON_PAPER);
        int refused = count(all, SignatoryState.REFUSED);
        Map<String, Object> model = Map.of(
                "title", declaration.title(),
                "reference", declaration.reference(),
                "signed", signed,
                "total", all.size(),
                "refused", refused,
                "silent", all.size() - signed - refused,
                "link", pageOf(declaration));
        // A prolonged deadline lets a circulation begin again, and it may end incomplete again.
        int ending = 1 + signatories.turn(id).number();
        send("incomplete-notice", declaration, found.get(), "organiser:" + organiserId, ending, model);
    }

    /**
     * Tells somebody who was invited that there is nothing left to sign, because the declaration was withdrawn or its text is
     * being corrected; nobody else hears of it.
     */
    @Transactional
    public void sendWithdrawalNotice(SignatoryId id) {
        Signatory signatory = signatories.get(id);
        Declaration declaration = declarations.get(signatory.declarationId());
        String kind =
                switch (declaration.state()) {
                    case WITHDRAWN -> "withdrawal-notice";
                    case SUPERSEDED -> "correction-notice";
                    default -> "";
                };
        if (signatory.invitedAt() == null || kind.isEmpty()) {
            return;
        }
        Map<String, Object> model = Map.of(
                "asked",
                InvitationModel.asked(signatory),
                "title",
                declaration.title(),
                "reference",
                declaration.reference(),
                "partyName",
                signatories.party(signatory.partyId()).name(),
                "reason",
                declarations
                        .withdrawalReason(declaration.id())
                        .map(reason ->
                                reason.lines().filter(line -> !line.isBlank()).toList())
                        .orElse(List.of()));
        letters.send(new Letter(
                new LetterKey(kind, declaration.id(), "signatory:" + id, signatory.version()),
                kind,
                signatory.locale(),
                People.of(signatory),
                People.of(declarations.organisers(declaration.id())),
                model,
                List.of()));
    }

    private void send(
            String kind,
            Declaration declaration,
            Organiser organiser,
            String recipient,
            int sequence,
            Map<String, Object> model) {
        letters.send(new Letter(
                new LetterKey(kind, declaration.id(), recipient, sequence),
                kind,
                organiser.locale(),
                People.of(organiser),
                People.of(declarations.organisers(declaration.id())),
                model,
                List.of()));
    }

    private Optional<Organiser> organiser(DeclarationId declarationId, StaffId id) {
        return declarations.organisers(declarationId).stream()
                .filter(organiser -> organiser.id().equals(id))
                .findFirst();
    }

    private String pageOf(Declaration declaration) {
        return baseUrl.resolve("/declarations/" + declaration.id()).toString();
    }

    private static int count(List<Signatory> all, SignatoryState state) {
        return (int)
                all.stream().filter(signatory -> signatory.state() == state).count();
    }
}
