package org.alternat.invitation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Instrument;
import org.alternat.declaration.Instruments;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who signed a declaration that an instrument was attached to it. */
@Service
public class InstrumentLetters {

    private final Declarations declarations;
    private final Instruments instruments;
    private final Signatories signatories;
    private final Letters letters;
    private final BaseUrl baseUrl;

    InstrumentLetters(
            Declarations declarations,
            Instruments instruments,
            Signatories signatories,
            Letters letters,
            BaseUrl baseUrl) {
        this.declarations = declarations;
        this.instruments = instruments;
        this.signatories = signatories;
        this.letters = letters;
        this.baseUrl = baseUrl;
    }

    /** Everybody whose signature stands in what the instrument is attached to; nobody for any other declaration. */
    @Transactional(readOnly = true)
    public List<SignatoryId> recipients(DeclarationId id) {
        return instruments.find(id).map(Instrument::originalId).stream()
                .flatMap(original -> signatories.of(original).stream())
                .filter(signatory -> signatory.state() == SignatoryState.SIGNED)
                .map(Signatory::id)
                .toList();
    }

    /**
     * Tells one of them; called again, it does nothing.
     *
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken
     */
    @Transactional
    public void send(DeclarationId id, SignatoryId recipient) {
        Optional<Instrument> found = instruments.find(id);
        if (found.isEmpty()) {
            return;
        }
        Instrument instrument = found.get();
        Declaration itself = declarations.get(id);
        Declaration original = declarations.get(instrument.originalId());
        Signatory signatory = signatories.get(recipient);
        Map<String, Object> model = Map.of(
                "kind",
                instrument.kind().word(),
                "title",
                original.title(),
                "reference",
                original.reference(),
                "instrumentTitle",
                itself.title(),
                "instrumentReference",
                itself.reference(),
                "parties",
                signatories.parties(id).stream().map(Party::name).collect(Collectors.joining(", ")),
                "sha256",
                instruments.finalSha256(id).hex(),
                "verify",
                baseUrl.resolve("/verify").toString());
        letters.send(new Letter(
                new LetterKey("instrument-notice", id, "signatory:" + recipient, 1),
                "instrument-notice",
                signatory.locale(),
                People.of(signatory),
                People.of(declarations.organisers(id)),
                model,
                List.of()));
    }
}
