package org.alternat.pki.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.alternat.pki.PublishedAnswers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** OCSP over HTTP (RFC 6960, appendix A). A request is short; what is longer is not read. */
@RestController
class OcspController {

    static final MediaType RESPONSE = MediaType.parseMediaType("application/ocsp-response");

    static final String PATH = "/certs/ocsp";
    private static final int LONGEST_REQUEST = 4096;

    private final PublishedAnswers answers;

    OcspController(PublishedAnswers answers) {
        this.answers = answers;
    }

    @PostMapping(path = PATH, consumes = "application/ocsp-request")
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_REQUEST + 1);
        return body.length > LONGEST_REQUEST
                ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                : answered(body, CacheControl.noStore());
    }

    /** The request in Base64 behind the path; answers to it may be kept by whoever stands between. */
    @GetMapping(PATH + "/**")
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String encoded = path.length() > PATH.length() ? path.substring(PATH.length() + 1) : "";
        byte[] body;
        try {
            String plain = java.net.URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.US_ASCII);
            body = Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException noBase64) {
            body = new byte[0];
        }
        return answered(body, CacheControl.maxAge(PublishedAnswers.LIFETIME).cachePublic());
    }

    private ResponseEntity<byte[]> answered(byte[] request, CacheControl caching) {
        return ResponseEntity.ok().contentType(RESPONSE).cacheControl(caching).body(answers.answer(request));
    }
}
