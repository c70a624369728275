package org.alternat.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.delivery.Addressees.Addressee;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Letters;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PdfBytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the sealed PDF to everybody, one letter each: attached while it is small enough, else behind a personal link. */
@Service
public class FinalCopies {

    private final Declarations declarations;
    private final Addressees addressees;
    private final Revisions revisions;
    private final FinalCopyLetters copies;
    private final Letters letters;
    private final AuditTrail auditTrail;

    FinalCopies(
            Declarations declarations,
            Addressees addressees,
            Revisions revisions,
            FinalCopyLetters copies,
            Letters letters,
            AuditTrail auditTrail) {
        this.declarations = declarations;
        this.addressees = addressees;
        this.revisions = revisions;
        this.copies = copies;
        this.letters = letters;
        this.auditTrail = auditTrail;
    }

    /** The keys of all who receive a copy, each once: {@code signatory:<id>}, {@code party:<id>}, {@code organiser:<id>}. */
    @Transactional(readOnly = true)
    public List<String> recipients(DeclarationId id) {
        return addressees.of(declarations.get(id)).stream().map(Addressee::key).toList();
    }

    /**
     * Sends one of them the head of the chain, which must be the sealed revision by now. Does nothing when that letter was sent
     * before, or nobody has that key (any more).
     *
     * @param recipientKey one of {@link #recipients}
     * @throws org.alternat.mail.LetterNotSentException when the letter was not taken
     */
    @Transactional
    public void send(DeclarationId id, String recipientKey) {
        LetterKey key = new LetterKey("final-copy", id, recipientKey, 1);
        if (letters.isSent(key)) {
            return;
        }
        Declaration declaration = declarations.get(id);
        Optional<Addressee> found = addressees.of(declaration).stream()
                .filter(addressee -> addressee.key().equals(recipientKey))
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        Revision head = revisions.head(id).orElseThrow();
        PdfBytes pdf = revisions.read(id, head.number());
        Map<String, String> details = Map.of(
                "recipient",
                recipientKey,
                "revision",
                Integer.toString(head.number()),
                "sha256",
                pdf.sha256().hex(),
                "by",
                copies.fits(pdf) ? "attachment" : "link");
        letters.send(
                key,
                () -> copies.letter(key, declaration, found.get(), head, pdf),
                () -> auditTrail.append(id, AuditEvent.byService(AuditEventType.FINAL_COPY_SENT, details)));
    }
}
