package org.alternat.access;

import java.util.List;
import java.util.Map;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.mail.Recipient;
import org.springframework.stereotype.Component;

/** The letter that carries a signing code to the mailbox of the signatory. */
@Component
class SigningCodeLetter {

    private final Letters letters;
    private final Declarations declarations;
    private final Signatories signatories;

    SigningCodeLetter(Letters letters, Declarations declarations, Signatories signatories) {
        this.letters = letters;
        this.declarations = declarations;
        this.signatories = signatories;
    }

    /** @param alongside is written when the letter has left, and not otherwise */
    void send(Signatory signatory, String code, int sequence, Runnable alongside) {
        String title = declarations.get(signatory.declarationId()).title();
        List<Recipient> organisers = declarations.organisers(signatory.declarationId()).stream()
                .map(organiser -> new Recipient(organiser.name(), organiser.email()))
                .toList();
        Letter written = new Letter(
                new LetterKey("signing-code", signatory.declarationId(), "signatory:" + signatory.id(), sequence),
                "signing-code",
                signatory.locale(),
                new Recipient(signatory.fullName(), signatory.mailbox()),
                organisers,
                Map.of(
                        "asked",
                        signatory.role().binds() ? "" : "." + signatory.role().word(),
                        "code",
                        code,
                        "minutes",
                        (int) SigningSessions.CODE_LIFETIME.toMinutes(),
                        "title",
                        title,
                        "partyName",
                        signatories.party(signatory.partyId()).name()),
                List.of());
        letters.send(written.key(), () -> written, alongside);
    }
}
