package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import org.alternat.access.FreshLinks;
import org.alternat.access.SecretToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One press on a link that leads nowhere: the same page for everybody, whatever the link was. */
@Controller
class FreshLinkController {

    private final FreshLinks links;

    FreshLinkController(FreshLinks links) {
        this.links = links;
    }

    @PostMapping("/s/{token}/fresh-link")
    String request(@PathVariable String token, Model model, HttpServletRequest request) {
        // A member of the staff is nobody else here either.
        model.addAttribute("viewer", null);
        links.request(new SecretToken(token), request.getRemoteAddr());
        return "signing/fresh-link";
    }
}
