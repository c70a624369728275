package org.alternat.circulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alternat.declaration.AfterRefusal;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.Organiser;
import org.alternat.declaration.RefusalPolicy;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.delivery.FinalCopies;
import org.alternat.invitation.InstrumentLetters;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts each letter on its way in a process of its own, so that one bad address holds up nobody else. */
@Service
class LetterDeliveries {

    private static final Set<SignatoryState> SAID_YES = EnumSet.of(
            SignatoryState.CONSENTED,
            SignatoryState.SIGNED,
            SignatoryState.SIGNED_ON_PAPER,
            SignatoryState.APPROVED,
            SignatoryState.INITIALLED);

    private final RuntimeService runtime;
    private final Declarations declarations;
    private final Signatories signatories;
    private final RefusalPolicy policy;
    private final FinalCopies finalCopies;
    private final InstrumentLetters instruments;

    LetterDeliveries(
            RuntimeService runtime,
            Declarations declarations,
            Signatories signatories,
            RefusalPolicy policy,
            FinalCopies finalCopies,
            InstrumentLetters instruments) {
        this.runtime = runtime;
        this.declarations = declarations;
        this.signatories = signatories;
        this.policy = policy;
        this.finalCopies = finalCopies;
        this.instruments = instruments;
    }

    void finalCopies(DeclarationId id) {
        finalCopies.recipients(id).forEach(recipient -> start(id, LetterKind.FINAL_COPY, recipient, null));
    }

    /** To everybody who signed what the instrument is attached to. */
    void instrumentNotices(DeclarationId id) {
        instruments
                .recipients(id)
                .forEach(recipient -> start(id, LetterKind.INSTRUMENT_NOTICE, recipient.toString(), null));
    }

    /** To the organisers and to who refused; where a refusal stops or pauses the circulation, to all who had said yes too. */
    void refusalNotices(DeclarationId id, SignatoryId refuser) {
        toOrganisers(id, LetterKind.REFUSAL_NOTICE, refuser);
        start(id, LetterKind.REFUSAL_RECEIPT, refuser.toString(), null);
        AfterRefusal chosen = policy.of(id);
        if (chosen == AfterRefusal.STOP || chosen == AfterRefusal.ASK) {
            signatories.of(id).stream()
                    .filter(one -> SAID_YES.contains(one.state()))
                    .forEach(one ->
                            start(id, LetterKind.REFUSAL_ANNOUNCEMENT, one.id().toString(), refuser));
        }
    }

    void incompleteNotices(DeclarationId id) {
        toOrganisers(id, LetterKind.INCOMPLETE_NOTICE, null);
    }

    /** To everyone who has had an invitation, whatever the answer was. */
    void withdrawalNotices(DeclarationId id) {
        List<Signatory> all = signatories.of(id);
        for (Signatory signatory : all) {
            if (signatory.state() != SignatoryState.WAITING && signatory.role().isAsked() && signatory.isNamed()) {
                start(id, LetterKind.WITHDRAWAL_NOTICE, signatory.id().toString(), null);
            }
        }
    }

    /** The number keeps apart what one signatory has asked for. */
    void changeNotices(DeclarationId id, SignatoryId by, int number) {
        for (Organiser organiser : declarations.organisers(id)) {
            start(id, LetterKind.CHANGE_NOTICE, organiser.id() + ":" + number, by);
        }
    }

    /** The number keeps apart what the holders of one place have asked for. */
    void delegationNotices(DeclarationId id, SignatoryId by, int number) {
        for (Organiser organiser : declarations.organisers(id)) {
            start(id, LetterKind.DELEGATION_NOTICE, organiser.id() + ":" + number, by);
        }
    }

    void delegationAnswer(DeclarationId id, SignatoryId to, int number) {
        start(id, LetterKind.DELEGATION_ANSWER, to + ":" + number, to);
    }

    void paperNotice(DeclarationId id, SignatoryId to) {
        start(id, LetterKind.PAPER_NOTICE, to.toString(), null);
    }

    private void toOrganisers(DeclarationId id, LetterKind kind, @Nullable SignatoryId about) {
        for (Organiser organiser : declarations.organisers(id)) {
            start(id, kind, organiser.id().toString(), about);
        }
    }

    private void start(DeclarationId id, LetterKind kind, String recipientKey, @Nullable SignatoryId about) {
        DeliveredLetter letter = new DeliveredLetter(id, kind, recipientKey, about);
        runtime.startProcessInstanceByKey(
                LetterDeliveryProcess.KEY,
                LetterDeliveryProcess.businessKey(letter),
                LetterDeliveryProcess.startingWith(letter));
    }
}
