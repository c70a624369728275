package org.alternat.declaration.web;

import org.alternat.declaration.Corrections;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationTimes;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.document.Revisions;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.StaffIdentity;
import org.springframework.stereotype.Component;

/** What a program gets for a move: where the declaration stands after it, or why nothing has changed. */
@Component
class StatusAnswers {

    private final Declarations declarations;
    private final Boards boards;
    private final Corrections corrections;
    private final Revisions revisions;
    private final DeclarationTimes times;
    private final DeclarationProblems problems;

    StatusAnswers(
            Declarations declarations,
            Boards boards,
            Corrections corrections,
            Revisions revisions,
            DeclarationTimes times,
            DeclarationProblems problems) {
        this.declarations = declarations;
        this.boards = boards;
        this.corrections = corrections;
        this.revisions = revisions;
        this.times = times;
        this.problems = problems;
    }

    DeclarationStatus moved(MoveOutcome outcome, DeclarationId id, StaffIdentity by) {
        if (outcome != MoveOutcome.DONE) {
            throw problems.refused(outcome);
        }
        return of(id, by);
    }

    DeclarationStatus of(DeclarationId id, StaffIdentity by) {
        Declaration declaration = declarations.ofOrganiser(id, by);
        return DeclarationStatus.of(
                boards.of(declaration), corrections.around(id), times.cities(declaration), revisions.list(id));
    }
}
