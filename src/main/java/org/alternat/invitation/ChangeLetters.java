package org.alternat.invitation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.declaration.ChangeRequest;
import org.alternat.declaration.ChangeRequests;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter that tells an organiser what a signatory would like to be changed. */
@Service
public class ChangeLetters {

    private static final String KIND = "change-notice";

    private final Declarations declarations;
    private final Signatories signatories;
    private final ChangeRequests requests;
    private final Letters letters;
    private final BaseUrl baseUrl;

    ChangeLetters(
            Declarations declarations,
            Signatories signatories,
            ChangeRequests requests,
            Letters letters,
            BaseUrl baseUrl) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.requests = requests;
        this.letters = letters;
        this.baseUrl = baseUrl;
    }

    /**
     * Tells one organiser of one request; asked again, it does nothing.
     *
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken
     */
    @Transactional
    public void send(SignatoryId id, int number, StaffId organiserId) {
        Signatory signatory = signatories.get(id);
        Declaration declaration = declarations.get(signatory.declarationId());
        List<Organiser> organisers = declarations.organisers(declaration.id());
        Optional<Organiser> to =
                organisers.stream().filter(one -> one.id().equals(organiserId)).findFirst();
        Optional<ChangeRequest> request = requests.find(id, number);
        if (to.isEmpty() || request.isEmpty()) {
            return;
        }
        Map<String, Object> model = Map.of(
                "title",
                declaration.title(),
                "reference",
                declaration.reference(),
                "signatory",
                signatory.fullName(),
                "capacity",
                signatory.capacity(),
                "partyName",
                signatories.party(signatory.partyId()).name(),
                "passage",
                request.get().passage(),
                "reason",
                request.get().content().lines().filter(line -> !line.isBlank()).toList(),
                "link",
                baseUrl.resolve("/declarations/" + declaration.id()).toString());
        letters.send(new Letter(
                new LetterKey(KIND, declaration.id(), "organiser:" + organiserId + ":signatory:" + id, number),
                KIND,
                to.get().locale(),
                People.of(to.get()),
                People.of(organisers),
                model,
                List.of()));
    }
}
