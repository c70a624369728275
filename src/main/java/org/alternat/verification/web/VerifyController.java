package org.alternat.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.alternat.publication.Publications;
import org.alternat.verification.CheckedFile;
import org.alternat.verification.web.Counter.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Choose a PDF, or type a reference. The answer is a page; the file is gone when it has been sent. */
@Controller
@RequestMapping("/verify")
class VerifyController {

    private static final String PAGE = "verification/verify";

    private final Counter counter;
    private final Publications publications;

    VerifyController(Counter counter, Publications publications) {
        this.counter = counter;
        this.publications = publications;
    }

    @GetMapping
    String ask(
            @RequestParam(required = false) @Nullable String reference,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (reference == null) {
            return PAGE;
        }
        model.addAttribute("reference", reference);
        try {
            CheckedFile checked = counter.checkFinalCopy(reference, request.getRemoteAddr());
            boolean isPublic = checked.held()
                    .flatMap(held -> publications.find(held.reference()))
                    .isPresent();
            model.addAttribute("result", ResultPage.ofReference(checked, isPublic, locale));
        } catch (RefusedException e) {
            refused(e.refusal(), model, response);
        }
        return PAGE;
    }

    @PostMapping
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            byte[] bytes = file == null ? new byte[0] : file.getBytes();
            model.addAttribute("result", ResultPage.ofFile(counter.check(bytes, request.getRemoteAddr()), locale));
        } catch (RefusedException e) {
            refused(e.refusal(), model, response);
        }
        return PAGE;
    }

    private static void refused(Refusal refusal, Model model, HttpServletResponse response) {
        model.addAttribute("trouble", refusal.key());
        response.setStatus(refusal.status().value());
        if (refusal == Refusal.BUSY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "20");
        }
    }
}
