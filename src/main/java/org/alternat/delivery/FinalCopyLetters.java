package org.alternat.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.SignatoryState;
import org.alternat.delivery.Addressees.Addressee;
import org.alternat.delivery.CopyLinks.CopyLink;
import org.alternat.document.Revision;
import org.alternat.mail.Attachment;
import org.alternat.mail.BaseUrl;
import org.alternat.mail.FileSizes;
import org.alternat.mail.Letter;
import org.alternat.mail.LetterKey;
import org.alternat.mail.Recipient;
import org.alternat.shared.PdfBytes;
import org.springframework.stereotype.Component;

/** Makes the letter that the final copy goes with. It states the digest, the number of signatures and the size in either form. */
@Component
class FinalCopyLetters {

    private final Declarations declarations;
    private final Signatories signatories;
    private final CopyLinks links;
    private final DeclarationTimes times;
    private final FileSizes sizes;
    private final DeliverySettings settings;
    private final BaseUrl baseUrl;

    FinalCopyLetters(
            Declarations declarations,
            Signatories signatories,
            CopyLinks links,
            DeclarationTimes times,
            FileSizes sizes,
            DeliverySettings settings,
            BaseUrl baseUrl) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.links = links;
        this.times = times;
        this.sizes = sizes;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    boolean fits(PdfBytes pdf) {
        return pdf.length() <= settings.attachmentLimit().toBytes();
    }

    Letter letter(LetterKey key, Declaration declaration, Addressee addressee, Revision revision, PdfBytes pdf) {
        boolean attached = fits(pdf);
        Map<String, Object> model = new HashMap<>();
        model.put("title", declaration.title());
        model.put("reference", declaration.reference());
        model.put("signatures", signatures(declaration));
        model.put("size", sizes.size(pdf.length(), addressee.locale()));
        model.put("sha256", pdf.sha256().hex());
        model.put("verify", baseUrl.resolve("/verify").toString());
        model.put("attached", attached);
        if (!attached) {
            CopyLink link = links.issue(declaration.id(), revision.number(), addressee.key());
            model.put("link", link.uri().toString());
            model.put("expires", times.day(declaration, link.expiresAt(), addressee.locale()));
        }
        List<Recipient> organisers = declarations.organisers(declaration.id()).stream()
                .map(organiser -> new Recipient(organiser.name(), organiser.email()))
                .toList();
        List<Attachment> attachments = attached
                ? List.of(new Attachment(fileName(declaration), "application/pdf", pdf.toByteArray()))
                : List.of();
        return new Letter(key, "final-copy", addressee.locale(), addressee.recipient(), organisers, model, attachments);
    }

    static String fileName(Declaration declaration) {
        return declaration.reference() + ".pdf";
    }

    private int signatures(Declaration declaration) {
        return (int) signatories.of(declaration.id()).stream()
                .filter(signatory -> signatory.state() == SignatoryState.SIGNED)
                .count();
    }
}
