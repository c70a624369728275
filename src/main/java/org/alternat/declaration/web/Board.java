package org.alternat.declaration.web;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.jspecify.annotations.Nullable;

/**
 * Where a declaration stands, as its page shows it.
 *
 * @param sides in the order of precedence of their first party; then those who have another role
 */
public record Board(Declaration declaration, List<Side> sides, List<Signatory> signatories) {

    /**
     * The parties of one side, or the organisations of those who have another role, in order of precedence.
     *
     * @param role the other role; the name is empty then
     */
    public record Side(String name, @Nullable SignatoryRole role, List<PartyRow> parties) {}

    /** A party and its signatories, in order of precedence. */
    public record PartyRow(Party party, List<Signatory> signatories) {}

    /**
     * How far a part of those who sign has come.
     *
     * @param name a side, or the BCP 47 tag of a language
     */
    public record Share(String name, int signed, int all) {}

    /** Progress by side, for those who sign for a party. */
    public List<Share> bySide() {
        return sides.stream()
                .filter(side -> side.role() == null)
                .map(side -> share(
                        side.name(),
                        side.parties().stream()
                                .flatMap(row -> row.signatories().stream())
                                .toList()))
                .toList();
    }

    /** Progress by the language in which people are written to. */
    public List<Share> byLanguage() {
        return signatories.stream()
                .filter(one -> one.role().signs())
                .collect(Collectors.groupingBy(one -> one.locale().toLanguageTag(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> share(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Share share(String name, List<Signatory> people) {
        int signed = (int) people.stream()
                .filter(one -> one.state() == SignatoryState.SIGNED || one.state() == SignatoryState.SIGNED_ON_PAPER)
                .count();
        return new Share(name, signed, people.size());
    }

    public int count(String state) {
        return (int) signatories.stream()
                .filter(signatory -> signatory.state() == SignatoryState.valueOf(state))
                .count();
    }

    /** Those who sign, for a party or as witnesses. */
    public int all() {
        return (int) signatories.stream().filter(one -> one.role().signs()).count();
    }

    /** Those who are asked for anything. */
    public int asked() {
        return (int) signatories.stream().filter(one -> one.role().isAsked()).count();
    }

    /** Some of those who were to sign have not. */
    public boolean partly() {
        return signed() < all();
    }

    /** Those of whom a signature on paper is recorded; it is among {@link #signed}, and not in the document. */
    public int onPaper() {
        return count("SIGNED_ON_PAPER");
    }

    public int signed() {
        return count("SIGNED") + onPaper();
    }

    /** Those of whom something is still to come. */
    public int open() {
        return count("WAITING") + count("INVITED") + count("CONSENTED");
    }

    /** Those who signed ad referendum and have not confirmed. */
    public int provisional() {
        return (int) signatories.stream()
                .filter(one -> one.state() == SignatoryState.SIGNED && one.isProvisional())
                .count();
    }

    /** The key of what is told beside the state of somebody who answered ad referendum. */
    public String adReferendum(Signatory signatory) {
        if (!signatory.isProvisional()) {
            return "declaration.signatory.adReferendum.confirmed";
        }
        return "declaration.signatory.adReferendum."
                + (declaration.state() == DeclarationState.CIRCULATING ? "awaited" : "unconfirmed");
    }

    /** Those of whom the party has still to say who they are, while that can still be said. */
    public int toBeConfirmed() {
        return declaration.state() != DeclarationState.CIRCULATING && declaration.state() != DeclarationState.DRAFT
                ? 0
                : (int) signatories.stream()
                        .filter(one -> !one.isNamed() && one.state().isOpen())
                        .count();
    }

    /** Those who will not sign. */
    public int lost() {
        return count("REFUSED") + count("EXPIRED");
    }

    public int parties() {
        return sides.stream()
                .filter(side -> side.role() == null)
                .mapToInt(side -> side.parties().size())
                .sum();
    }

    public boolean manyRounds() {
        return signatories.stream().map(Signatory::round).distinct().count() > 1;
    }

    /** The key of the one sentence on top. */
    public String sentence() {
        boolean sealed =
                declaration.state() == DeclarationState.SEALED || declaration.state() == DeclarationState.ARCHIVED;
        if (declaration.state() != DeclarationState.CIRCULATING) {
            return "declaration.sentence." + declaration.state() + (sealed && partly() ? ".partly" : "");
        }
        if (open() > 0) {
            return "declaration.sentence." + (lost() > 0 ? "waitingWithLoss" : "waiting");
        }
        if (provisional() > 0) {
            return "declaration.sentence.confirming";
        }
        return "declaration.sentence."
                + (declaration.effectiveAt() == null ? "closing" : partly() ? "sealing.partly" : "sealing");
    }

    /** What the sentence on top counts, in the order of its placeholders. */
    public List<Integer> arguments() {
        if (declaration.state() != DeclarationState.CIRCULATING) {
            return List.of(signed(), all());
        }
        if (open() > 0) {
            return List.of(open(), asked(), lost());
        }
        return provisional() > 0 ? List.of(provisional()) : List.of(signed(), all());
    }
}
