package org.alternat.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.LanguageWording;
import org.alternat.declaration.ReadableText;
import org.alternat.publication.PublicDesk;
import org.alternat.publication.PublishedDeclaration;
import org.alternat.shared.PdfBytes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A declaration as the public reads it. Before its embargo is over there is nothing here, as for one that never was. */
@Controller
@RequestMapping("/declarations/" + PublicationPaths.REFERENCE)
class PublicDeclarationController {

    /** Short: an organiser who takes the page away expects it to be gone. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final PublicDesk desk;
    private final DeclarationTimes times;
    private final LanguageWording wording;

    PublicDeclarationController(PublicDesk desk, DeclarationTimes times, LanguageWording wording) {
        this.desk = desk;
        this.times = times;
        this.wording = wording;
    }

    @GetMapping
    String page(@PathVariable String reference, Locale locale, Model model, HttpServletResponse response) {
        PublishedDeclaration published = desk.find(reference).orElseThrow(PublicDeclarationController::notFound);
        // A member of the staff reads what everybody reads.
        model.addAttribute("viewer", null);
        model.addAttribute("published", published);
        model.addAttribute("declaration", published.declaration());
        model.addAttribute("texts", ReadableText.of(published.declaration(), published.texts(), locale));
        model.addAttribute(
                "standing",
                wording.sentences(published.declaration().versions(), locale).orElse(""));
        model.addAttribute("sealedOn", day(published, published.declaration().closedAt(), locale));
        model.addAttribute("effectiveOn", day(published, published.declaration().effectiveAt(), locale));
        // The page speaks the reader's language, and carries a cookie: a browser may keep it, a shared cache may not.
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(FRESH).cachePrivate().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        return "publication/declaration";
    }

    @GetMapping("/declaration.pdf")
    ResponseEntity<byte[]> finalCopy(@PathVariable String reference) {
        return file(desk.finalCopy(reference).orElseThrow(PublicDeclarationController::notFound), reference + ".pdf");
    }

    @GetMapping("/text.pdf")
    ResponseEntity<byte[]> text(@PathVariable String reference) {
        return file(desk.text(reference).orElseThrow(PublicDeclarationController::notFound), reference + "-text.pdf");
    }

    /** The same for everybody, and known by its digest (RFC 9110, section 8.8.3). */
    private static ResponseEntity<byte[]> file(PdfBytes pdf, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag("\"" + pdf.sha256().hex() + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf.toByteArray());
    }

    private @Nullable String day(PublishedDeclaration published, @Nullable Instant at, Locale locale) {
        return at == null ? null : times.day(published.declaration(), at, locale);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
