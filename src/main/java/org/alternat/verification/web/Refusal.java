package org.alternat.verification.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why nothing was checked. The sentence for each stands in the bundle under {@code verification.trouble}. */
enum Refusal {
    NO_FILE(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    NOT_A_PDF(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_REFERENCE(HttpStatus.NOT_FOUND),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return "verification.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
