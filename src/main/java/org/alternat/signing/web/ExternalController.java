package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.alternat.access.SigningSession;
import org.alternat.judge.JudgeUnavailableException;
import org.alternat.pki.TimestampUnavailableException;
import org.alternat.shared.PdfBytes;
import org.alternat.signing.ExternalSigning;
import org.alternat.signing.ExternalUploads;
import org.alternat.signing.HandOutOutcome;
import org.alternat.signing.UploadOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.web.multipart.MultipartFile;

/** Sign with a certificate of one's own: reserve and fetch the document, sign it elsewhere, bring it back. */
@Controller
class ExternalController {

    private static final Logger log = LoggerFactory.getLogger(ExternalController.class);

    private final SigningDoor door;
    private final ExternalSigning signing;
    private final ExternalUploads uploads;
    private final ExternalPage page;

    ExternalController(SigningDoor door, ExternalSigning signing, ExternalUploads uploads, ExternalPage page) {
        this.door = door;
        this.signing = signing;
        this.uploads = uploads;
        this.page = page;
    }

    @GetMapping("/s/{token}/external")
    String show(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        SigningSession session = visit.session();
        if (session == null || visit.standing() != Standing.OPEN) {
            return door.seeOther(session == null ? "" : "/done", request);
        }
        return page.fill(visit, session, model, request);
    }

    @PostMapping("/s/{token}/external")
    String reserve(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        SigningSession session = visit.session();
        if (session == null) {
            return noSession(visit, model, response);
        }
        HandOutOutcome outcome = signing.handOut(session);
        return switch (outcome) {
            case RESERVED -> door.seeOther("/external", request);
            case TAKEN, OTHERS_WAIT ->
                refused(visit, session, word(outcome), HttpStatus.CONFLICT, model, request, response);
            case ANSWERED -> answered(token, model, request, response);
        };
    }

    @PostMapping("/s/{token}/external-return")
    String giveBack(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        SigningSession session = opened.get().session();
        if (session == null) {
            return noSession(opened.get(), model, response);
        }
        signing.giveBack(session);
        return door.seeOther("/document", request);
    }

    /** The reserved bytes. As in {@link DocumentController#pdf}, within a proved session it remembers what went to this browser. */
    @GetMapping("/s/{token}/external.pdf")
    @Nullable
    String pdf(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        Optional<PdfBytes> document = visit.session() == null || HttpMethod.HEAD.matches(request.getMethod())
                ? Optional.empty()
                : signing.document(visit.session());
        if (document.isEmpty()) {
            return door.seeOther("/external", request);
        }
        PdfBytes bytes = document.get();
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(bytes.length());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(visit.declaration().reference() + ".pdf")
                        .build()
                        .toString());
        response.setHeader(
                "Repr-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(bytes.sha256().bytes()) + ":");
        bytes.inputStream().transferTo(response.getOutputStream());
        return null;
    }

    @PostMapping("/s/{token}/external-signature")
    String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean read,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        SigningSession session = visit.session();
        if (session == null) {
            return noSession(visit, model, response);
        }
        UploadOutcome outcome;
        try {
            outcome = uploads.accept(session, read, file == null ? new byte[0] : file.getBytes());
        } catch (TimestampUnavailableException unavailable) {
            return refused(visit, session, "no-timestamp", HttpStatus.SERVICE_UNAVAILABLE, model, request, response);
        } catch (JudgeUnavailableException unavailable) {
            log.warn("An upload waits for a second opinion: {}", unavailable.getMessage());
            return refused(
                    visit, session, "no-second-opinion", HttpStatus.SERVICE_UNAVAILABLE, model, request, response);
        }
        return switch (outcome) {
            case RECORDED -> door.seeOther("/done", request);
            case ALREADY_ANSWERED, CLOSED -> answered(token, model, request, response);
            case STALE, TAKEN -> refused(visit, session, word(outcome), HttpStatus.CONFLICT, model, request, response);
            case REVOCATION_SILENT ->
                refused(visit, session, word(outcome), HttpStatus.SERVICE_UNAVAILABLE, model, request, response);
            default ->
                refused(visit, session, word(outcome), HttpStatus.UNPROCESSABLE_CONTENT, model, request, response);
        };
    }

    private String refused(
            Visit visit,
            SigningSession session,
            String trouble,
            HttpStatus status,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (visit.standing() != Standing.OPEN) {
            return door.state(HttpStatus.CONFLICT, response);
        }
        model.addAttribute("trouble", trouble);
        response.setStatus(status.value());
        return page.fill(visit, session, model, request);
    }

    private String noSession(Visit visit, Model model, HttpServletResponse response) {
        return visit.standing() == Standing.OPEN
                ? door.landing("session-over", HttpStatus.FORBIDDEN, model, response)
                : door.state(HttpStatus.CONFLICT, response);
    }

    /** Read again: another request of the same person may have answered since this one began. */
    private String answered(String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        door.enter(token, model, request, response);
        return door.state(HttpStatus.CONFLICT, response);
    }

    private static String word(Enum<?> outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
