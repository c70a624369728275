package org.alternat.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Signatories;
import org.alternat.publication.Listings;
import org.alternat.publication.Publications;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an organiser decides from when the public may read a declaration. */
@Controller
@RequestMapping("/declarations/" + PublicationPaths.ID + "/publication")
class PublicationController {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private final Declarations declarations;
    private final Signatories signatories;
    private final Publications publications;
    private final Listings listings;
    private final DeclarationTimes words;
    private final Clock clock;

    PublicationController(
            Declarations declarations,
            Signatories signatories,
            Publications publications,
            Listings listings,
            DeclarationTimes words,
            Clock clock) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.publications = publications;
        this.listings = listings;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Locale locale, Model model) {
        return page(declarations.ofOrganiser(new DeclarationId(id), by), null, locale, model);
    }

    @PostMapping
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Optional<Instant> instant = PublicInstant.read(from, declaration.zone());
        if (instant.isEmpty()) {
            model.addAttribute("mistake", "publication.form.wrong");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(declaration, from, locale, model);
        }
        if (!publications.publish(declaration.id(), instant.get(), by)) {
            model.addAttribute("mistake", "publication.form.withdrawn");
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(declaration, from, locale, model);
        }
        return "redirect:/declarations/" + id + "/publication";
    }

    @PostMapping("/retraction")
    String retract(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by) {
        publications.retract(new DeclarationId(id), by);
        return "redirect:/declarations/" + id + "/publication";
    }

    private String page(Declaration declaration, @Nullable String typed, Locale locale, Model model) {
        Optional<Instant> from = publications.from(declaration.id());
        model.addAttribute("declaration", declaration);
        model.addAttribute("zone", words.zone(declaration, locale));
        model.addAttribute(
                "from", from.map(at -> words.moment(declaration, at, locale)).orElse(null));
        model.addAttribute("isPublic", publications.isPublic(declaration));
        model.addAttribute(
                "entered",
                typed != null
                        ? typed
                        : LOCAL.format(from.orElse(clock.instant()).atZone(declaration.zone())));
        model.addAttribute("agreed", listings.of(declaration.id()).size());
        model.addAttribute(
                "asked",
                signatories.of(declaration.id()).stream()
                        .filter(one -> one.role().signs())
                        .count());
        return "publication/form";
    }
}
