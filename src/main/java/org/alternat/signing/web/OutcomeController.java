package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.SignatoryState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What has come of the answer. The signature is applied a moment after the consent, so the page waits for it briefly; when it
 * takes longer (a timestamp authority that is down), it says so: the consent is recorded and nothing more is to be done.
 */
@Controller
class OutcomeController {

    /** Two seconds in all: short at first, because the signature usually stands after some milliseconds. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(60),
            Duration.ofMillis(140),
            Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ofMillis(1000));

    private final SigningDoor door;
    private final Signatories signatories;
    private final SigningTimes times;

    OutcomeController(SigningDoor door, Signatories signatories, SigningTimes times) {
        this.door = door;
        this.signatories = signatories;
        this.times = times;
    }

    @GetMapping("/s/{token}/done")
    String done(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.session() == null) {
            return door.seeOther("", request);
        }
        if (visit.standing() == Standing.OPEN) {
            return door.seeOther("/document", request);
        }
        if (visit.standing() == Standing.RECORDED && waitedForSignature(visit)) {
            visit = door.enter(token, model, request, response).orElseThrow();
        }
        model.addAttribute("total", signatories.countSigning(visit.declaration().id()));
        model.addAttribute("signed", signatories.countSigned(visit.declaration().id()));
        Instant at = visit.signatory().lastInstant();
        Locale locale = RequestContextUtils.getLocale(request);
        model.addAttribute("at", at == null ? null : times.moment(visit, at, locale));
        return "signing/state";
    }

    /** True when the signature stands now. */
    private boolean waitedForSignature(Visit visit) throws InterruptedException {
        for (Duration pause : PAUSES) {
            Thread.sleep(pause.toMillis());
            if (signatories.get(visit.signatory().id()).state() == SignatoryState.SIGNED) {
                return true;
            }
        }
        return false;
    }
}
