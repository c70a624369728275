package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alternat.access.DeskVisits;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.publication.Listings;
import org.alternat.signing.Confirmations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    private final Confirmations confirmations;
    private final Listings listings;
    private final SigningTimes times;

    OutcomeController(
            SigningDoor door,
            Signatories signatories,
            Confirmations confirmations,
            Listings listings,
            SigningTimes times) {
        this.door = door;
        this.signatories = signatories;
        this.confirmations = confirmations;
        this.listings = listings;
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
        if (visit.atDesk()) {
            door.clear(DeskVisits.AFTER_ANSWER, request, response);
        }
        return page(visit, model, request);
    }

    /** The second act on a signature ad referendum: its party confirms it. */
    @PostMapping("/s/{token}/confirmation")
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.session() == null) {
            return visit.standing().awaitsAnswer()
                    ? door.landing("session-over", HttpStatus.FORBIDDEN, model, response)
                    : door.state(HttpStatus.CONFLICT, response);
        }
        return switch (confirmations.confirm(visit.session(), confirmed)) {
            case RECORDED -> door.seeOther("/done", request);
            case REPLACED -> door.dead(response);
            case NOT_TICKED -> {
                model.addAttribute("trouble", "not-confirmed");
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(visit, model, request);
            }
            case PAUSED -> {
                model.addAttribute("trouble", "confirmation-paused");
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(visit, model, request);
            }
            default -> {
                // Read again: another request of the same person may have confirmed since this one began.
                door.enter(token, model, request, response);
                yield door.state(HttpStatus.CONFLICT, response);
            }
        };
    }

    private String page(Visit visit, Model model, HttpServletRequest request) {
        model.addAttribute("total", signatories.countSigning(visit.declaration().id()));
        model.addAttribute("signed", signatories.countSigned(visit.declaration().id()));
        Signatory signatory = visit.signatory();
        Locale locale = RequestContextUtils.getLocale(request);
        model.addAttribute(
                "at",
                moment(visit, signatory.signedAt() == null ? signatory.lastInstant() : signatory.signedAt(), locale));
        model.addAttribute("confirmedAt", moment(visit, signatory.confirmedAt(), locale));
        if (signatory.role().signs() && visit.standing().mayRead()) {
            model.addAttribute("listed", listings.isListed(signatory));
        }
        model.addAttribute("closing", times.moment(visit, visit.declaration().closingDate(), locale));
        return "signing/state";
    }

    private @Nullable String moment(Visit visit, @Nullable Instant at, Locale locale) {
        return at == null ? null : times.moment(visit, at, locale);
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
