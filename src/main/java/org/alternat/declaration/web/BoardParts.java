package org.alternat.declaration.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alternat.audit.AuditAct;
import org.alternat.audit.AuditTrail;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.ChangeRequest;
import org.alternat.declaration.ChangeRequests;
import org.alternat.declaration.ComingReminders;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** What the board tells beside the standing: the table of signatories, what was wished for, what was decided. */
@Component
class BoardParts {

    private static final String SIGNATORY = "signatory:";

    private final AuditTrail audit;
    private final ObjectProvider<ComingReminders> reminders;
    private final ChangeRequests changes;
    private final RefusalPolicy policy;
    private final DraftPages drafts;
    private final Clock clock;

    BoardParts(
            AuditTrail audit,
            ObjectProvider<ComingReminders> reminders,
            ChangeRequests changes,
            RefusalPolicy policy,
            DraftPages drafts,
            Clock clock) {
        this.audit = audit;
        this.reminders = reminders;
        this.changes = changes;
        this.policy = policy;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** How many entries the trail has: to be read before anything that is shown with it. */
    long version(DeclarationId id) {
        return audit.lengths(List.of(id)).getOrDefault(id, 0L);
    }

    @Transactional(readOnly = true)
    public BoardTable table(Board board, BoardFilter filter, long version) {
        DeclarationId id = board.declaration().id();
        Map<SignatoryId, AuditAct> acts = new HashMap<>();
        audit.lastActs(id, SIGNATORY)
                .forEach(act -> acts.put(SignatoryId.parse(act.actor().substring(SIGNATORY.length())), act));
        Map<SignatoryId, Instant> coming = new HashMap<>();
        reminders.forEach(source -> coming.putAll(source.of(id)));
        return BoardTable.of(board, filter, acts, coming, version);
    }

    /** What the last step of a draft shows beside the draft itself: how far the steps are, and what hinders the release. */
    void review(Declaration draft, Model model) {
        drafts.show(draft, DraftStep.REVIEW, model);
    }

    Minutes minutes(Board board) {
        return Minutes.of(board, audit.entries(board.declaration().id()));
    }

    AnswersChart chart(Board board) {
        return AnswersChart.of(board.declaration(), board.signatories(), clock.instant());
    }

    List<ChangeRequest> changes(DeclarationId id) {
        return changes.of(id);
    }

    AfterRefusal afterRefusal(DeclarationId id) {
        return policy.of(id);
    }
}
