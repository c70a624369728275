package org.alternat.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.access.DeskCode;
import org.alternat.access.DeskCodes;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Declarations;
import org.alternat.declaration.MoveOutcome;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.UnknownDeclarationException;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.SignatoryId;
import org.alternat.shared.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk at the event: an organiser sees who is there and gives each a code for a tablet. Only whoever could answer at this
 * moment by their mailed link is given one.
 */
@Service
@Retryable(includes = ConcurrencyFailureException.class, delay = 20, jitter = 15)
@Transactional
public class Desk {

    private final Declarations declarations;
    private final Signatories signatories;
    private final DeskCodes codes;
    private final Clock clock;

    Desk(Declarations declarations, Signatories signatories, DeskCodes codes, Clock clock) {
        this.declarations = declarations;
        this.signatories = signatories;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Somebody who has not answered, or has still to confirm.
     *
     * @param hindrance why no code can be given now; {@link MoveOutcome#DONE} when nothing hinders
     * @param codeUntil until when the code holds that the person was given and has not used
     */
    public record Waiting(
            Signatory signatory,
            Party party,
            MoveOutcome hindrance,
            @Nullable Instant codeUntil) {

        /** Whether a code can be given. */
        public boolean open() {
            return hindrance == MoveOutcome.DONE;
        }
    }

    /**
     * What came of asking for a code.
     *
     * @param outcome why there is none
     * @param code present when the outcome is {@link MoveOutcome#DONE}
     */
    public record Given(MoveOutcome outcome, Optional<DeskCode> code) {}

    /**
     * In order of precedence.
     *
     * @throws UnknownDeclarationException for whoever is no organiser of it
     */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(DeclarationId id, StaffIdentity officer) {
        Declaration declaration = declarations.ofOrganiser(id, officer);
        Map<SignatoryId, Instant> open = codes.open(id);
        boolean paused = signatories.isPaused(id);
        Instant now = clock.instant();
        return signatories.of(id).stream()
                .filter(one -> one.role().isAsked() && (one.state().isOpen() || isProvisional(one)))
                .map(one -> new Waiting(
                        one,
                        signatories.party(one.partyId()),
                        hindrance(declaration, one, paused, now),
                        open.get(one.id())))
                .toList();
    }

    /**
     * Gives a code; an earlier one of the same person is worth nothing any more.
     *
     * @throws UnknownDeclarationException for whoever is no organiser of the declaration, and when nobody in it has this id
     */
    public Given give(DeclarationId id, SignatoryId signatoryId, StaffIdentity officer) {
        declarations.ofOrganiser(id, officer);
        if (signatories
                .find(signatoryId)
                .filter(one -> one.declarationId().equals(id))
                .isEmpty()) {
            throw new UnknownDeclarationException(signatoryId);
        }
        // Of two officers who give a code to one person at once, the second replaces what the first gave.
        Signatory signatory = signatories.locked(signatoryId);
        MoveOutcome hindrance = hindrance(declarations.get(id), signatory, signatories.isPaused(id), clock.instant());
        return hindrance == MoveOutcome.DONE
                ? new Given(hindrance, Optional.of(codes.give(signatory, officer)))
                : new Given(hindrance, Optional.empty());
    }

    private static MoveOutcome hindrance(Declaration declaration, Signatory signatory, boolean paused, Instant now) {
        if (declaration.state() != DeclarationState.CIRCULATING) {
            return declaration.state() == DeclarationState.DRAFT
                    ? MoveOutcome.NOT_RELEASED
                    : MoveOutcome.ALREADY_CLOSED;
        }
        if (isProvisional(signatory)) {
            return MoveOutcome.DONE;
        }
        if (!signatory.state().isOpen()) {
            return MoveOutcome.ALREADY_ANSWERED;
        }
        if (!signatory.isNamed()) {
            return MoveOutcome.TO_BE_CONFIRMED;
        }
        if (!signatory.asked()) {
            return MoveOutcome.NOT_ASKED_YET;
        }
        if (paused) {
            return MoveOutcome.PAUSED;
        }
        return now.isBefore(declaration.answerableUntil()) ? MoveOutcome.DONE : MoveOutcome.DEADLINE_PASSED;
    }

    private static boolean isProvisional(Signatory signatory) {
        return signatory.state() == SignatoryState.SIGNED && signatory.isProvisional();
    }
}
