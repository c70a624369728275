package org.alternat.invitation;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alternat.access.AttemptLimits;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.mail.Recipient;
import org.alternat.mail.WrittenLetter;
import org.alternat.shared.StaffIdentity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters as an organiser sees them before anybody gets them: the same words and the same templates, with a link that
 * leads to an explanation and opens nothing.
 */
@Service
public class SampleLetters {

    /** The letters that everybody may get who is asked for an answer. */
    public static final List<String> KINDS = List.of(InvitationLetters.INVITATION, "reminder");

    /** Where the link of a sample leads. */
    public static final String EXPLANATION = "/test-letter";

    static final String TEST = "test-letter";

    private static final int TESTS_AN_HOUR = 10;

    private final Declarations declarations;
    private final Signatories signatories;
    private final InvitationModel wording;
    private final Letters letters;
    private final AttemptLimits limits;
    private final BaseUrl baseUrl;

    SampleLetters(
            Declarations declarations,
            Signatories signatories,
            InvitationModel wording,
            Letters letters,
            AttemptLimits limits,
            BaseUrl baseUrl) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.wording = wording;
        this.letters = letters;
        this.limits = limits;
        this.baseUrl = baseUrl;
    }

    /** One person for each language and role in which letters of this declaration leave, in order of precedence. */
    @Transactional(readOnly = true)
    public List<Signatory> readers(Declaration declaration) {
        Map<String, Signatory> first = new LinkedHashMap<>();
        for (Signatory signatory : signatories.of(declaration.id())) {
            if (signatory.role().isAsked() && signatory.isNamed()) {
                first.putIfAbsent(signatory.locale().toLanguageTag() + " " + signatory.role(), signatory);
            }
        }
        return List.copyOf(first.values());
    }

    /**
     * Writes what this person would read.
     *
     * @param kind one of {@link #KINDS}
     */
    @Transactional(readOnly = true)
    public WrittenLetter write(Declaration declaration, Signatory reader, String kind) {
        LetterKey key = new LetterKey(kind, declaration.id(), "signatory:" + reader.id(), reader.version());
        return letters.write(letter(key, kind, declaration, reader, People.of(reader), wording(declaration, reader)));
    }

    /**
     * Sends this person's invitation to the organiser who asks for it, marked as a test.
     *
     * @return false when this organiser has sent so many within the hour that no other leaves
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken
     */
    @Transactional
    public boolean test(Declaration declaration, Signatory reader, StaffIdentity by) {
        if (!limits.take("test-letter:" + by.staffId(), TESTS_AN_HOUR, Duration.ofHours(1))) {
            return false;
        }
        String recipient = "organiser:" + by.staffId();
        long before = letters.of(declaration.id()).stream()
                .filter(letter -> letter.key().kind().equals(TEST))
                .filter(letter -> letter.key().recipient().equals(recipient))
                .count();
        LetterKey key = new LetterKey(TEST, declaration.id(), recipient, Math.toIntExact(before + 1));
        Map<String, Object> model = new HashMap<>(wording(declaration, reader));
        model.put("test", true);
        Recipient organiser = new Recipient(by.displayName(), by.email());
        letters.send(letter(key, InvitationLetters.INVITATION, declaration, reader, organiser, model));
        return true;
    }

    private Map<String, Object> wording(Declaration declaration, Signatory reader) {
        URI link = baseUrl.resolve(EXPLANATION);
        return wording.model(declaration, reader, link);
    }

    private Letter letter(
            LetterKey key,
            String template,
            Declaration declaration,
            Signatory reader,
            Recipient to,
            Map<String, Object> model) {
        return new Letter(
                key,
                template,
                reader.locale(),
                to,
                People.of(declarations.organisers(declaration.id())),
                model,
                List.of());
    }
}
