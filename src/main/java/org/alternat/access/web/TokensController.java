package org.alternat.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.alternat.access.ApiToken;
import org.alternat.access.ApiTokens;
import org.alternat.access.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Bearer tokens for the API. Each belongs to whoever made it. */
@Controller
class TokensController {

    private static final String PAGE = "access/tokens";

    private final ApiTokens tokens;
    private final Clock clock;

    TokensController(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/tokens")
    String list(@AuthenticationPrincipal StaffMember owner, Model model, Locale locale) {
        model.addAttribute("form", TokenForm.EMPTY);
        return page(owner, model, locale);
    }

    /** Shows the token on the page that answers, once: it is kept nowhere. */
    @PostMapping("/tokens")
    String issue(
            @AuthenticationPrincipal StaffMember owner,
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(owner, model, locale);
        }
        String name = Objects.requireNonNull(form.name()).strip();
        Duration validity = Duration.ofDays(Integer.parseInt(Objects.requireNonNull(form.days())));
        model.addAttribute("token", tokens.issue(owner, name, validity).text());
        model.addAttribute("form", TokenForm.EMPTY);
        return page(owner, model, locale);
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(@AuthenticationPrincipal StaffMember owner, @PathVariable String id) {
        try {
            tokens.revoke(owner, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/tokens";
    }

    private String page(StaffMember owner, Model model, Locale locale) {
        Instant now = clock.instant();
        List<Row> rows = tokens.of(owner.staffId()).stream()
                .map(token -> row(token, now, locale))
                .toList();
        model.addAttribute("tokens", rows);
        return PAGE;
    }

    private static Row row(ApiToken token, Instant now, Locale locale) {
        String state = token.revokedAt() != null ? "revoked" : token.expiresAt().isAfter(now) ? "valid" : "expired";
        Instant used = token.lastUsedAt();
        return new Row(
                token.id(),
                token.name(),
                state,
                day(token.expiresAt(), locale),
                used == null ? null : day(used, locale));
    }

    private static String day(Instant at, Locale locale) {
        // English without a region would mean the order of day and month that is usual in one country only.
        Locale words = locale.getLanguage().equals("en") ? Locale.UK : locale;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    /**
     * One token as the page shows it.
     *
     * @param state the last part of the message key that names it
     */
    public record Row(
            UUID id,
            String name,
            String state,
            String expires,
            @Nullable String used) {}
}
