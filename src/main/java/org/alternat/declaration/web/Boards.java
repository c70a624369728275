package org.alternat.declaration.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alternat.declaration.CompletionRule;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationNotices;
import org.alternat.declaration.Delegation;
import org.alternat.declaration.DelegationRule;
import org.alternat.declaration.Delegations;
import org.alternat.declaration.Mandate;
import org.alternat.declaration.Notice;
import org.alternat.declaration.PaperSignature;
import org.alternat.declaration.Party;
import org.alternat.declaration.RuleWording;
import org.alternat.declaration.ServiceNotices;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.document.PrintedNames;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.PartyId;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a declaration's page shows; everything is read anew, nothing is kept. */
@Component
class Boards {

    private static final Map<Notice.Severity, String> STYLES = Map.of(
            Notice.Severity.INFORMATION, "info", Notice.Severity.WARNING, "warning", Notice.Severity.PROBLEM, "error");

    private final Signatories signatories;
    private final ObjectProvider<DeclarationNotices> notices;
    private final ObjectProvider<ServiceNotices> serviceNotices;
    private final Delegations delegations;
    private final PlacePapers papers;
    private final RuleWording wording;
    private final MessageSource messages;

    Boards(
            Signatories signatories,
            ObjectProvider<DeclarationNotices> notices,
            ObjectProvider<ServiceNotices> serviceNotices,
            Delegations delegations,
            PlacePapers papers,
            RuleWording wording,
            MessageSource messages) {
        this.signatories = signatories;
        this.notices = notices;
        this.serviceNotices = serviceNotices;
        this.delegations = delegations;
        this.papers = papers;
        this.wording = wording;
        this.messages = messages;
    }

    /** One reading of the database, so that counts and rows agree. */
    @Transactional(readOnly = true)
    public Board of(Declaration declaration) {
        List<Signatory> all = signatories.of(declaration.id());
        List<Party> organisations = signatories.organisations(declaration.id());
        Map<String, List<Board.PartyRow>> bySide = new LinkedHashMap<>();
        for (Board.PartyRow row : rows(organisations, all, SignatoryRole.SIGNATORY)) {
            bySide.computeIfAbsent(row.party().side(), side -> new ArrayList<>())
                    .add(row);
        }
        List<Board.Side> sides = new ArrayList<>();
        bySide.forEach((side, rows) -> sides.add(new Board.Side(side, null, rows)));
        for (SignatoryRole role : SignatoryRole.values()) {
            List<Board.PartyRow> rows = role.binds() ? List.of() : rows(organisations, all, role);
            if (!rows.isEmpty()) {
                sides.add(new Board.Side("", role, rows));
            }
        }
        return new Board(declaration, sides, all);
    }

    private static List<Board.PartyRow> rows(List<Party> organisations, List<Signatory> all, SignatoryRole role) {
        Map<PartyId, List<Signatory>> people =
                all.stream().filter(one -> one.role() == role).collect(Collectors.groupingBy(Signatory::partyId));
        return organisations.stream()
                .filter(party -> people.containsKey(party.id()))
                .map(party -> new Board.PartyRow(party, Objects.requireNonNull(people.get(party.id()))))
                .toList();
    }

    /** What was signed on paper, by signatory. */
    Map<SignatoryId, PaperSignature> papers(DeclarationId id) {
        return papers.signatures(id);
    }

    /** On what the authority of whoever holds a place rests, by signatory. */
    Map<SignatoryId, Mandate> mandates(DeclarationId id) {
        return papers.mandates(id);
    }

    boolean isPaused(DeclarationId id) {
        return signatories.isPaused(id);
    }

    /** The rule of completion in words. */
    String rule(Declaration declaration, Locale locale) {
        return wording.sentence(declaration.terms().rule(), locale);
    }

    /** Why the rule of completion could never be met; empty when it can. */
    String impossible(Declaration declaration, Locale locale) {
        List<CompletionRule.Bound> parties = signatories.parties(declaration.id()).stream()
                .map(party -> new CompletionRule.Bound(party.name(), party.side(), false))
                .toList();
        return parties.isEmpty()
                ? ""
                : declaration
                        .terms()
                        .rule()
                        .fault(parties)
                        .map(fault -> wording.fault(fault, locale))
                        .orElse("");
    }

    /** Names of parties and people that the signature pages cannot show as they are, each with the characters in question. */
    Map<String, String> unprintable(DeclarationId id) {
        return PrintedNames.lacking(Stream.concat(
                        signatories.parties(id).stream().map(Party::name),
                        signatories.of(id).stream().map(Signatory::fullName))
                .toList());
    }

    /** Who decides about delegations. */
    DelegationRule delegation(DeclarationId id) {
        return delegations.rule(id);
    }

    /** The delegations that an organiser must decide, the oldest first. */
    List<Delegation> undecided(DeclarationId id) {
        return delegations.undecided(id);
    }

    /** How many people whose answer is awaited were not reached by the letter that asks for it. */
    int undelivered(DeclarationId id) {
        Set<SignatoryId> unreached = notices.stream()
                .flatMap(source -> source.unreached(id).stream())
                .collect(Collectors.toSet());
        return unreached.isEmpty()
                ? 0
                : (int) signatories.of(id).stream()
                        .filter(one -> one.state().isOpen() && unreached.contains(one.id()))
                        .count();
    }

    /** What does not go well, from whoever knows, the most pressing first. */
    List<Told> notices(DeclarationId id, Locale locale) {
        return notices.orderedStream()
                .flatMap(source -> source.of(id).stream())
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .map(notice -> told(notice, locale))
                .toList();
    }

    /** What concerns all declarations, the most pressing first. */
    List<Told> serviceNotices(Locale locale) {
        return serviceNotices
                .orderedStream()
                .flatMap(source -> source.now().stream())
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .map(notice -> told(notice, locale))
                .toList();
    }

    private Told told(Notice notice, Locale locale) {
        String style = Objects.requireNonNull(STYLES.get(notice.severity()));
        String sentence =
                messages.getMessage(notice.messageKey(), notice.arguments().toArray(), locale);
        return new Told(style, sentence, notice.retryPath());
    }

    /** A notice in words. */
    public record Told(
            String style, String sentence, @Nullable String retryPath) {}
}
