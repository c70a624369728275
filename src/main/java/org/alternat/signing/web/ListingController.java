package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.alternat.publication.Listings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To be named on the public page or not: asked apart from the signature, changed with one press. */
@Controller
class ListingController {

    private final SigningDoor door;
    private final Listings listings;

    ListingController(SigningDoor door, Listings listings) {
        this.door = door;
        this.listings = listings;
    }

    @PostMapping("/s/{token}/listing")
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean listed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Visit> opened = door.enter(token, model, request, response);
        if (opened.isEmpty()) {
            return door.dead(response);
        }
        Visit visit = opened.get();
        if (visit.session() == null) {
            return visit.standing().awaitsAnswer()
                    ? door.landing("session-over", HttpStatus.FORBIDDEN, model, response)
                    : door.state(HttpStatus.CONFLICT, response);
        }
        if (!visit.standing().mayRead()) {
            return door.state(HttpStatus.CONFLICT, response);
        }
        if (!visit.signatory().role().signs()) {
            return door.seeOther("/done", request);
        }
        if (listed) {
            listings.agree(visit.signatory().id());
        } else {
            listings.withdraw(visit.signatory().id());
        }
        return door.seeOther("/done", request);
    }
}
