package org.alternat.signing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alternat.access.DeskCode;
import org.alternat.access.DeskCodes;
import org.alternat.access.QrCode;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.mail.BaseUrl;
import org.alternat.moment.Home;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PlainLetters;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.alternat.signing.Desk;
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

/** The officer's side of the desk: who is still awaited, and a code for whoever stands there. */
@Controller
@RequestMapping("/declarations/{id:[0-9a-f-]{36}}/desk")
class DeskController {

    private final Desk desk;
    private final Declarations declarations;
    private final Signatories signatories;
    private final DeclarationTimes times;
    private final BaseUrl baseUrl;

    DeskController(
            Desk desk, Declarations declarations, Signatories signatories, DeclarationTimes times, BaseUrl baseUrl) {
        this.desk = desk;
        this.declarations = declarations;
        this.signatories = signatories;
        this.times = times;
        this.baseUrl = baseUrl;
    }

    /**
     * Somebody as the page lists them.
     *
     * @param codeUntil the hour until which an unused code holds
     */
    public record Row(Desk.Waiting waiting, @Nullable String codeUntil) {}

    /** @param q leaves those of whom every word is in the name, the capacity or the party, with or without its accents */
    @GetMapping
    String list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model) {
        return page(declarations.ofOrganiser(new DeclarationId(id), by), by, q.strip(), locale, model);
    }

    /** Shows the code on the page that answers, once: it is kept nowhere. */
    @PostMapping
    String give(
            @PathVariable UUID id,
            @RequestParam UUID signatory,
            @AuthenticationPrincipal StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Desk.Given given = desk.give(declaration.id(), new SignatoryId(signatory), by);
        if (given.code().isEmpty()) {
            return refused(given.outcome(), declaration, by, locale, model, response);
        }
        DeskCode code = given.code().get();
        Signatory person = signatories.get(new SignatoryId(signatory));
        model.addAttribute("declaration", declaration);
        model.addAttribute("person", person);
        model.addAttribute("party", signatories.party(person.partyId()));
        model.addAttribute("code", code);
        model.addAttribute("qr", QrCode.of(code.link().toString()));
        model.addAttribute("minutes", DeskCodes.LIFETIME.toMinutes());
        model.addAttribute("until", times.clock(declaration, code.expiresAt(), Home.ELSEWHERE, locale));
        model.addAttribute("address", address());
        return "signing/desk-code";
    }

    private String refused(
            MoveOutcome outcome,
            Declaration declaration,
            StaffIdentity by,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refused", outcome);
        return page(declaration, by, "", locale, model);
    }

    private String page(Declaration declaration, StaffIdentity by, String q, Locale locale, Model model) {
        List<Desk.Waiting> waiting = desk.waiting(declaration.id(), by);
        List<String> words = List.of(PlainLetters.of(q).split(" "));
        List<Row> rows = waiting.stream()
                .filter(one -> isMeant(one, words))
                .map(one -> new Row(
                        one,
                        one.codeUntil() == null
                                ? null
                                : times.clock(declaration, one.codeUntil(), Home.ELSEWHERE, locale)))
                .toList();
        model.addAttribute("declaration", declaration);
        model.addAttribute("awaited", waiting.size());
        model.addAttribute("q", q);
        model.addAttribute("rows", rows);
        model.addAttribute("address", address());
        return "signing/desk";
    }

    private static boolean isMeant(Desk.Waiting one, List<String> words) {
        Signatory person = one.signatory();
        String known = PlainLetters.of(
                person.fullName() + " " + person.capacity() + " " + one.party().name());
        return words.stream().allMatch(known::contains);
    }

    /** What somebody types into a tablet's address bar. */
    private String address() {
        return baseUrl.resolve("/desk").toString();
    }
}
