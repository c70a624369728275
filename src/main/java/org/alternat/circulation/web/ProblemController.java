package org.alternat.circulation.web;

import org.alternat.circulation.CirculationProblems;
import org.alternat.declaration.Declarations;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The Retry button beside a problem. */
@Controller
class ProblemController {

    private final CirculationProblems problems;
    private final Declarations declarations;

    ProblemController(CirculationProblems problems, Declarations declarations) {
        this.problems = problems;
        this.declarations = declarations;
    }

    /** A problem that is gone already is no error: the page that comes next shows it. */
    @PostMapping("/declarations/{id}/problems/{incidentId}/retry")
    String retry(
            @PathVariable String id, @PathVariable String incidentId, @AuthenticationPrincipal StaffIdentity staff) {
        DeclarationId declarationId = declarationOf(id);
        if (!declarations.isOrganiser(declarationId, staff.staffId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        problems.retry(declarationId, incidentId);
        return "redirect:/declarations/" + declarationId;
    }

    private static DeclarationId declarationOf(String id) {
        try {
            return DeclarationId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
