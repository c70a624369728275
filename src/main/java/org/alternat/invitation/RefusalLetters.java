package org.alternat.invitation;

import java.util.List;
import java.util.Map;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody's refusal lets other people than the organisers know. Each method sends one letter, throws {@link
 * org.alternat.mail.LetterNotSentException} when it was not taken, and does nothing when called again.
 */
@Service
public class RefusalLetters {

    private final Declarations declarations;
    private final Signatories signatories;
    private final RefusalPolicy policy;
    private final Letters letters;

    RefusalLetters(Declarations declarations, Signatories signatories, RefusalPolicy policy, Letters letters) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.policy = policy;
        this.letters = letters;
    }

    /** Confirms to who refused that the answer has arrived. */
    @Transactional
    public void confirm(SignatoryId id) {
        Signatory refuser = signatories.get(id);
        if (refuser.state() == SignatoryState.REFUSED) {
            send("refusal-receipt", refuser, refuser, "signatory:" + id, "");
        }
    }

    /**
     * Tells somebody who has answered with yes that another party has not, where the organisers have chosen that this stops
     * or pauses the circulation. The party is named, the person and the reason are not.
     */
    @Transactional
    public void announce(SignatoryId to, SignatoryId refuserId) {
        Signatory refuser = signatories.get(refuserId);
        AfterRefusal chosen = policy.of(refuser.declarationId());
        if (chosen != AfterRefusal.CONTINUE && refuser.state() == SignatoryState.REFUSED) {
            String recipient = "signatory:" + to + ":about:" + refuserId;
            send("refusal-announcement", signatories.get(to), refuser, recipient, chosen.name());
        }
    }

    private void send(String kind, Signatory to, Signatory refuser, String recipient, String policyChosen) {
        Declaration declaration = declarations.get(to.declarationId());
        letters.send(new Letter(
                new LetterKey(kind, declaration.id(), recipient, to.version()),
                kind,
                to.locale(),
                People.of(to),
                People.of(declarations.organisers(declaration.id())),
                Map.of(
                        "title",
                        declaration.title(),
                        "reference",
                        declaration.reference(),
                        "partyName",
                        signatories.party(refuser.partyId()).name(),
                        "policy",
                        policyChosen),
                List.of()));
    }
}
