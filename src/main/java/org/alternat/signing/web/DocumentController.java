package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.alternat.access.SigningSession;
import org.alternat.publication.Listings;
import org.alternat.shared.PdfBytes;
import org.alternat.signing.AnswerOutcome;
import org.alternat.signing.Signing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Read and sign. Everything here is for a browser that has proved the code. */
@Controller
class DocumentController {

    private final SigningDoor door;
    private final Signing signing;
    private final DocumentPage page;
    private final Listings listings;

    DocumentController(SigningDoor door, Signing signing, DocumentPage page, Listings listings) {
        this.door = door;
        this.signing = signing;
        this.page = page;
        this.listings = listings;
    }

    @GetMapping("/s/{token}/document")
    String document(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.session() == null) {
            return door.seeOther("", request);
        }
        if (visit.standing() != Standing.OPEN) {
            return door.seeOther("/done", request);
        }
        return page.fill(visit, visit.session(), model, request);
    }

    /**
     * The document itself, the very bytes. This is the one GET that changes something: within a session that has proved the
     * code it remembers which revision went to this browser, because a consent is bound to what was shown and nobody can sign
     * what was never sent. A HEAD shows nothing, so it remembers nothing. There are no partial answers (RFC 9110, section
     * 14): a part of the document has not been the document.
     */
    @GetMapping("/s/{token}/document.pdf")
    @Nullable
    String pdf(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.session() == null || !visit.standing().mayRead()) {
            return door.seeOther("", request);
        }
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "none");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(visit.declaration().reference() + ".pdf")
                        .build()
                        .toString());
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            PdfBytes document = signing.show(visit.session());
            // RFC 9530, section 3: the page tells the digest of what this browser has received, not of what came later.
            response.setHeader(
                    "Repr-Digest",
                    "sha-256=:"
                            + Base64.getEncoder()
                                    .encodeToString(document.sha256().bytes()) + ":");
            response.setContentLength(document.length());
            document.inputStream().transferTo(response.getOutputStream());
        }
        return null;
    }

    @PostMapping("/s/{token}/signature")
    String sign(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean read,
            @RequestParam(defaultValue = "false") boolean adReferendum,
            @RequestParam(defaultValue = "false") boolean listed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        SigningSession session = visit.session();
        if (session == null) {
            return visit.standing() == Standing.OPEN
                    ? door.landing("session-over", HttpStatus.FORBIDDEN, model, response)
                    : door.state(HttpStatus.CONFLICT, response);
        }
        AnswerOutcome outcome =
                adReferendum ? signing.consentAdReferendum(session, read) : signing.consent(session, read);
        return switch (outcome) {
            case RECORDED -> {
                if (listed && visit.signatory().role().signs()) {
                    listings.agree(session.signatoryId());
                }
                yield door.seeOther("/done", request);
            }
            case NOT_TICKED, NOT_SHOWN, NOT_OFFERED -> unsigned(visit, session, outcome, model, request, response);
            case REPLACED -> door.dead(response);
            case NOT_YOUR_TURN, ALREADY_ANSWERED, TOO_LATE, CLOSED, PAUSED, TOO_MANY -> {
                // Read again: another request of the same person may have answered since this one began.
                door.enter(token, model, request, response);
                yield door.state(HttpStatus.CONFLICT, response);
            }
        };
    }

    private String unsigned(
            Visit visit,
            SigningSession session,
            AnswerOutcome outcome,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (visit.standing() != Standing.OPEN) {
            return door.state(HttpStatus.CONFLICT, response);
        }
        model.addAttribute("trouble", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.fill(visit, session, model, request);
    }
}
