package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.alternat.access.SigningSession;
import org.alternat.access.SigningSessions;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.LanguageWording;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.ShownTexts;
import org.alternat.document.Revision;
import org.alternat.document.Revisions;
import org.alternat.shared.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts together what the document page says beside the document. */
@Component
class DocumentPage {

    private final Declarations declarations;
    private final Revisions revisions;
    private final SigningTimes times;
    private final ExternalPage external;
    private final LanguageWording wording;

    DocumentPage(
            Declarations declarations,
            Revisions revisions,
            SigningTimes times,
            ExternalPage external,
            LanguageWording wording) {
        this.declarations = declarations;
        this.revisions = revisions;
        this.times = times;
        this.external = external;
        this.wording = wording;
    }

    String fill(Visit visit, SigningSession session, Model model, HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        Declaration declaration = visit.declaration();
        Revision head = revisions.head(declaration.id()).orElseThrow();
        Sha256 shown = session.shownSha256();
        model.addAttribute("fingerprint", (shown == null ? head.sha256() : shown).hex());
        model.addAttribute(
                "ownCertificate",
                external.offered()
                        && !visit.atDesk()
                        && visit.signatory().role().signs());
        model.addAttribute(
                "adReferendum",
                declaration.terms().offersAdReferendum(visit.signatory().role()));
        model.addAttribute("deadline", times.moment(visit, declaration.deadline(), locale));
        model.addAttribute(
                "until", times.clock(visit, session.acceptedAt().plus(SigningSessions.SESSION_LIFETIME), locale));
        model.addAttribute(
                "organisers",
                declarations.organisers(declaration.id()).stream()
                        .map(Organiser::name)
                        .toList());
        model.addAttribute(
                "standing", wording.sentences(declaration.versions(), locale).orElse(""));
        model.addAttribute(
                "shown",
                ShownTexts.of(
                                declaration,
                                declarations.texts(declaration.id()),
                                locale,
                                request.getParameter("text"),
                                request.getParameter("beside"))
                        .orElse(null));
        return "signing/document";
    }
}
