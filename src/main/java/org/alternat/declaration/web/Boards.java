package org.alternat.declaration.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationNotices;
import org.alternat.declaration.Notice;
import org.alternat.declaration.Party;
import org.alternat.declaration.ServiceNotices;
import org.alternat.declaration.Signatories;
import org.alternat.declaration.Signatory;
import org.alternat.shared.DeclarationId;
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
    private final MessageSource messages;

    Boards(
            Signatories signatories,
            ObjectProvider<DeclarationNotices> notices,
            ObjectProvider<ServiceNotices> serviceNotices,
            MessageSource messages) {
        this.signatories = signatories;
        this.notices = notices;
        this.serviceNotices = serviceNotices;
        this.messages = messages;
    }

    /** One reading of the database, so that counts and rows agree. */
    @Transactional(readOnly = true)
    public Board of(Declaration declaration) {
        List<Signatory> all = signatories.of(declaration.id());
        Map<String, List<Board.PartyRow>> bySide = new LinkedHashMap<>();
        for (Party party : signatories.parties(declaration.id())) {
            List<Signatory> ofParty = all.stream()
                    .filter(signatory -> signatory.partyId().equals(party.id()))
                    .toList();
            bySide.computeIfAbsent(party.side(), side -> new ArrayList<>()).add(new Board.PartyRow(party, ofParty));
        }
        List<Board.Side> sides = bySide.entrySet().stream()
                .map(side -> new Board.Side(side.getKey(), side.getValue()))
                .toList();
        return new Board(declaration, sides, all);
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
