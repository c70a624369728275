package org.alternat.pki.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alternat.pki.CertificateAuthority;
import org.alternat.pki.PublishedAnswers;
import org.alternat.pki.PublishedCertificate;
import org.alternat.pki.ServiceAuthorities;
import org.alternat.shared.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The service's CAs for everybody: to be trusted by hand, and to be asked what they have revoked. */
@Controller
class CertificatesController {

    private static final MediaType CERTIFICATE = MediaType.parseMediaType("application/pkix-cert");
    private static final MediaType LIST = MediaType.parseMediaType("application/pkix-crl");
    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

    private final ServiceAuthorities authorities;

    CertificatesController(ServiceAuthorities authorities) {
        this.authorities = authorities;
    }

    @GetMapping("/certs")
    String page(Locale locale, Model model) {
        List<PublishedCertificate> newestFirst = authorities.all().stream()
                .map(authority -> PublishedCertificate.of(authority, locale))
                .sorted(Comparator.comparingInt(PublishedCertificate::generation)
                        .reversed())
                .toList();
        model.addAttribute("certificates", newestFirst);
        return "pki/certificates";
    }

    @GetMapping("/certs/{generation:\\d{1,4}}.der")
    ResponseEntity<byte[]> der(@PathVariable int generation) {
        return file(CERTIFICATE, PublishedCertificate.der(authority(generation)));
    }

    @GetMapping("/certs/{generation:\\d{1,4}}.pem")
    ResponseEntity<byte[]> pem(@PathVariable int generation) {
        return file(PEM, PublishedCertificate.pem(authority(generation)));
    }

    @GetMapping("/certs/{generation:\\d{1,4}}.crl")
    ResponseEntity<byte[]> revocationList(@PathVariable int generation) {
        return file(LIST, authority(generation).publishedList());
    }

    private CertificateAuthority authority(int generation) {
        Optional<CertificateAuthority> found = authorities.all().stream()
                .filter(authority -> authority.generation() == generation)
                .findFirst();
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(PublishedAnswers.LIFETIME).cachePublic())
                .eTag(Sha256.of(content).hex())
                .body(content);
    }
}
