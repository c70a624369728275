package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Publicities;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.OfficialMention;
import org.alternat.declaration.input.PublicityReader;
import org.alternat.declaration.input.Upload;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.alternat.shared.StaffIdentity;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** An organiser says who funds a declaration, or that no mention is due. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/publicity")
class PublicityController {

    private static final String PAGE = "declaration/publicity";

    private final Declarations declarations;
    private final Publicities publicities;
    private final BoardPage board;
    private final OfficialMention official;

    PublicityController(Declarations declarations, Publicities publicities, BoardPage board, OfficialMention official) {
        this.declarations = declarations;
        this.publicities = publicities;
        this.board = board;
        this.official = official;
    }

    @GetMapping
    String form(@PathVariable UUID id, @AuthenticationPrincipal StaffIdentity by, Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Publicity decided = publicities.of(declaration.id()).orElse(null);
        model.addAttribute("declaration", declaration);
        model.addAttribute("decided", decided);
        model.addAttribute("form", PublicityForm.of(decided, official.publicity()));
        return PAGE;
    }

    @PostMapping
    String set(
            @PathVariable UUID id,
            @ModelAttribute("form") PublicityForm form,
            BindingResult binding,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Publicity decided = publicities.of(declaration.id()).orElse(null);
        Upload upload = logo == null || logo.isEmpty() ? null : new Upload(logo.getBytes());
        return PublicityReader.read(form.input(upload, decided == null ? null : decided.logo()))
                .fold(
                        read -> {
                            MoveOutcome outcome = publicities.set(declaration.id(), read.publicity(), read.png(), by);
                            return board.moved(outcome, Done.CHANGED, declaration.id(), by, model, response);
                        },
                        errors -> {
                            for (InputError error : errors) {
                                String field = error.field().equals("logo") ? "withoutLogo" : error.field();
                                binding.rejectValue(
                                        field,
                                        error.messageKey(),
                                        error.arguments().toArray(),
                                        null);
                            }
                            model.addAttribute("declaration", declaration);
                            model.addAttribute("decided", decided);
                            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                            return PAGE;
                        });
    }
}
