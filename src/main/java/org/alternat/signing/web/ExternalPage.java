package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.alternat.access.SigningSession;
import org.alternat.document.HeadLease;
import org.alternat.pades.SignatureFields;
import org.alternat.pki.TrustAnchors;
import org.alternat.signing.ExternalSigning;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts together the page of those who bring a certificate of their own. */
@Component
class ExternalPage {

    private final ExternalSigning signing;
    private final TrustAnchors anchors;
    private final SigningTimes times;

    ExternalPage(ExternalSigning signing, TrustAnchors anchors, SigningTimes times) {
        this.signing = signing;
        this.anchors = anchors;
        this.times = times;
    }

    /** Whether the operator has named an authority whose certificates would be accepted. */
    boolean offered() {
        return !anchors.namedAuthorities().isEmpty();
    }

    String fill(Visit visit, SigningSession session, Model model, HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        Optional<HeadLease> lease = signing.reserved(session);
        model.addAttribute("authorities", anchors.namedAuthorities());
        model.addAttribute("field", SignatureFields.signature(visit.signatory().precedence()));
        lease.ifPresent(reserved -> {
            model.addAttribute("fingerprint", reserved.sha256().hex());
            model.addAttribute("until", times.clock(visit, reserved.expiresAt(), locale));
        });
        return "signing/external";
    }
}
