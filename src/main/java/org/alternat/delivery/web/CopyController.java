package org.alternat.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.alternat.delivery.FinalCopy;
import org.alternat.delivery.PersonalCopies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the final copy to whoever holds the link; an unknown and an expired one get the same page. */
@Controller
class CopyController {

    private final PersonalCopies copies;

    CopyController(PersonalCopies copies) {
        this.copies = copies;
    }

    @GetMapping("/copies/{token}")
    @Nullable
    String copy(@PathVariable String token, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        Optional<FinalCopy> found = copies.open(token);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "delivery/no-copy";
        }
        FinalCopy copy = found.get();
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(copy.pdf().length());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(copy.fileName())
                        .build()
                        .toString());
        copy.pdf().inputStream().transferTo(response.getOutputStream());
        return null;
    }
}
