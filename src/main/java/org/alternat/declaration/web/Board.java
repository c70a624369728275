package org.alternat.declaration.web;

import java.util.List;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;

/**
 * Where a declaration stands, as its page shows it.
 *
 * @param sides in the order of precedence of their first party
 */
public record Board(Declaration declaration, List<Side> sides, List<Signatory> signatories) {

    /** The parties of one side, in order of precedence. */
    public record Side(String name, List<PartyRow> parties) {}

    /** A party and its signatories, in order of precedence. */
    public record PartyRow(Party party, List<Signatory> signatories) {}

    public int count(String state) {
        return (int) signatories.stream()
                .filter(signatory -> signatory.state() == SignatoryState.valueOf(state))
                .count();
    }

    public int all() {
        return signatories.size();
    }

    public int signed() {
        return count("SIGNED");
    }

    /** Those of whom something is still to come. */
    public int open() {
        return count("WAITING") + count("INVITED") + count("CONSENTED");
    }

    /** Those who will not sign. */
    public int lost() {
        return count("REFUSED") + count("EXPIRED");
    }

    public int parties() {
        return sides.stream().mapToInt(side -> side.parties().size()).sum();
    }

    public boolean manyRounds() {
        return signatories.stream().map(Signatory::round).distinct().count() > 1;
    }

    /** The key of the one sentence on top. */
    public String sentence() {
        if (declaration.state() != DeclarationState.CIRCULATING) {
            return "declaration.sentence." + declaration.state();
        }
        if (open() > 0) {
            return "declaration.sentence." + (lost() > 0 ? "waitingWithLoss" : "waiting");
        }
        return "declaration.sentence." + (lost() > 0 ? "closing" : "sealing");
    }

    /** What the sentence on top counts, in the order of its placeholders. */
    public List<Integer> arguments() {
        switch (declaration.state()) {
            case CIRCULATING -> {
                if (open() > 0) {
                    return List.of(open(), all(), lost());
                }
                return lost() > 0 ? List.of(signed(), all()) : List.of(all());
            }
            case WITHDRAWN, INCOMPLETE -> {
                return List.of(signed(), all());
            }
            default -> {
                return List.of(all());
            }
        }
    }
}
