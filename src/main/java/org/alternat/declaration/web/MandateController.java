package org.alternat.declaration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Mandate;
import org.alternat.declaration.MandateGround;
import org.alternat.declaration.Mandates;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.UnknownDeclarationException;
import org.alternat.declaration.input.InputError;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** An organiser records on what somebody's authority rests, and takes the document away again. */
@Controller
@RequestMapping("/declarations/" + DeclarationPaths.ID + "/signatories/" + DeclarationPaths.SIGNATORY)
class MandateController {

    private static final String PAGE = "declaration/mandate";

    private final Declarations declarations;
    private final Signatories signatories;
    private final Mandates mandates;
    private final MandateDesk desk;
    private final BoardPage board;

    MandateController(
            Declarations declarations, Signatories signatories, Mandates mandates, MandateDesk desk, BoardPage board) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.mandates = mandates;
        this.desk = desk;
        this.board = board;
    }

    @GetMapping("/mandate")
    String form(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @AuthenticationPrincipal StaffIdentity by,
            Model model) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        return show(
                declaration,
                known,
                mandates.find(known).map(MandateForm::of).orElseGet(() -> MandateForm.checkedBy(by.displayName())),
                model);
    }

    @PostMapping("/mandate")
    String record(
            @PathVariable UUID id,
            @PathVariable UUID signatory,
            @ModelAttribute("typed") MandateForm typed,
            @AuthenticationPrincipal StaffIdentity by,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        return desk.record(declaration.id(), known.id(), typed, by)
                .fold(outcome -> board.moved(outcome, Done.MANDATE, declaration.id(), by, model, response), errors -> {
                    model.addAttribute("mistakes", mistakes(errors));
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    return show(declaration, known, typed, model);
                });
    }

    @GetMapping("/mandate-document")
    ResponseEntity<byte[]> document(
            @PathVariable UUID id, @PathVariable UUID signatory, @AuthenticationPrincipal StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(new DeclarationId(id), by);
        Signatory known = signatories.get(declaration.id(), new SignatoryId(signatory));
        byte[] document = mandates.document(known.id()).orElseThrow(() -> new UnknownDeclarationException(known.id()));
        var type = Objects.requireNonNull(mandates.find(known).orElseThrow().type());
        return ScanDownload.of(type, declaration.reference() + "-mandate-" + known.precedence(), document);
    }

    private String show(Declaration declaration, Signatory known, MandateForm typed, Model model) {
        model.addAttribute("declaration", declaration);
        model.addAttribute("person", known);
        model.addAttribute("party", signatories.party(known.partyId()));
        model.addAttribute("grounds", MandateGround.values());
        model.addAttribute("typed", typed);
        model.addAttribute("kept", mandates.find(known).map(Mandate::sha256).isPresent());
        if (!model.containsAttribute("mistakes")) {
            model.addAttribute("mistakes", Map.of());
        }
        return PAGE;
    }

    private static Map<String, InputError> mistakes(List<InputError> errors) {
        Map<String, InputError> byField = new LinkedHashMap<>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), error));
        return byField;
    }
}
