package org.alternat.declaration.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Hindrance;
import org.alternat.declaration.MoveOutcome;
import org.jspecify.annotations.Nullable;

/** The steps in which a draft is made, each a page with an address of its own. */
public enum DraftStep {
    TEXT(Hindrance.TEXT),
    PARTIES(Hindrance.PARTIES),
    RULES(Hindrance.RULES),
    REVIEW("");

    /** What is simply not there yet; anything else that hinders is a mistake. */
    private static final Set<MoveOutcome> NOT_YET =
            EnumSet.of(MoveOutcome.WITHOUT_SIGNATORIES, MoveOutcome.NOBODY_NAMED, MoveOutcome.RULES_NOT_SET);

    private final String part;

    DraftStep(String part) {
        this.part = part;
    }

    /** How far a step is. */
    public enum State {
        DONE,
        TODO,
        ERROR
    }

    /**
     * A step in the list of steps.
     *
     * @param path empty while it cannot be gone to
     */
    public record Entry(DraftStep step, State state, boolean current, String path) {}

    /** The page of this step. */
    String path(Declaration draft) {
        return "/declarations/" + draft.id() + (part.isEmpty() ? "" : "/" + part);
    }

    /**
     * All steps, in order.
     *
     * @param draft null before the first step is done
     */
    static List<Entry> all(@Nullable Declaration draft, List<Hindrance> hindrances, DraftStep current) {
        return Arrays.stream(values())
                .map(step -> draft == null
                        ? new Entry(step, State.TODO, step == current, "")
                        : new Entry(step, step.state(hindrances), step == current, step.path(draft)))
                .toList();
    }

    /** Where the making of a draft goes on: the first step that lacks something. */
    static DraftStep next(List<Hindrance> hindrances) {
        return Arrays.stream(values())
                .filter(step -> step.state(hindrances) != State.DONE)
                .findFirst()
                .orElse(REVIEW);
    }

    private State state(List<Hindrance> hindrances) {
        if (this == REVIEW) {
            return State.TODO;
        }
        List<MoveOutcome> here = hindrances.stream()
                .filter(hindrance -> hindrance.part().equals(part))
                .map(Hindrance::outcome)
                .toList();
        if (here.isEmpty()) {
            return State.DONE;
        }
        return NOT_YET.containsAll(here) ? State.TODO : State.ERROR;
    }
}
