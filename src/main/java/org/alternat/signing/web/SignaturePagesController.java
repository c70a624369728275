package org.alternat.signing.web;

import java.util.List;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.alternat.signing.SignaturePagesPreview;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** An organiser looks at the pages that will receive the signatures, before they are made. */
@Controller
@RequestMapping("/declarations/{id:[0-9a-f-]{36}}/signature-pages")
class SignaturePagesController {

    /** Enough to see how they look; thousands of signatories fill hundreds of pages that look alike. */
    private static final int MOST_PICTURES = 12;

    private final Declarations declarations;
    private final SignaturePagesPreview preview;

    SignaturePagesController(Declarations declarations, SignaturePagesPreview preview) {
        this.declarations = declarations;
        this.preview = preview;
    }

    @GetMapping
    String page(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        List<SignaturePagesPreview.Page> pages = preview.pages(declaration);
        model.addAttribute("declaration", declaration);
        model.addAttribute("pages", pages.stream().limit(MOST_PICTURES).toList());
        model.addAttribute("more", Math.max(0, pages.size() - MOST_PICTURES));
        return "signing/signature-pages";
    }

    @GetMapping("/{number:[0-9]{1,4}}.png")
    ResponseEntity<byte[]> picture(
            @PathVariable UUID id, @PathVariable int number, @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        return preview.picture(declaration, number)
                .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
