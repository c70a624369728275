package org.alternat.invitation;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.PaperSignature;
import org.alternat.declaration.PaperSignatures;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.shared.SignatoryId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter that tells somebody that they are recorded as having signed on paper. */
@Service
public class PaperLetters {

    private static final String KIND = "paper-notice";

    /** More than ever hold one place. */
    private static final int MOST_PERSONS = 1000;

    private final Declarations declarations;
    private final Signatories signatories;
    private final PaperSignatures papers;
    private final Letters letters;

    PaperLetters(Declarations declarations, Signatories signatories, PaperSignatures papers, Letters letters) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.papers = papers;
        this.letters = letters;
    }

    /** A second record, after the first was undone, is another letter. */
    private int number(Signatory signatory) {
        return signatory.version() + MOST_PERSONS * signatories.papersUndone(signatory);
    }

    /**
     * Tells it; asked again, it does nothing.
     *
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken
     */
    @Transactional
    public void send(SignatoryId id) {
        Signatory signatory = signatories.get(id);
        Optional<PaperSignature> paper = papers.find(signatory);
        if (paper.isEmpty()) {
            return;
        }
        Declaration declaration = declarations.get(signatory.declarationId());
        letters.send(new Letter(
                new LetterKey(KIND, declaration.id(), "signatory:" + id, number(signatory)),
                KIND,
                signatory.locale(),
                People.of(signatory),
                People.of(declarations.organisers(declaration.id())),
                Map.of(
                        "title",
                        declaration.title(),
                        "reference",
                        declaration.reference(),
                        "partyName",
                        signatories.party(signatory.partyId()).name(),
                        "day",
                        paper.get()
                                .signedOn()
                                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                        .withLocale(signatory.locale())),
                        "sha256",
                        paper.get().sha256().hex()),
                List.of()));
    }
}
