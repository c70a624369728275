package org.alternat.declaration.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alternat.audit.AuditAct;
import org.alternat.audit.AuditEventType;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryRole;
import org.alternat.declaration.SignatoryState;
import org.alternat.shared.SignatoryId;
import org.jspecify.annotations.Nullable;

/**
 * The signatories of a board as its table lists them: those whom the filter lets through, a page of them.
 *
 * @param sections the sides in order of precedence, then other roles; only those with a row on this page
 * @param matching how many the filter lets through, on all pages
 * @param pages how many pages they fill, at least 1
 * @param version the length of the audit trail before the rows were read: what came later is not in them, perhaps
 */
public record BoardTable(
        List<Section> sections, BoardFilter filter, Choices choices, int matching, int pages, long version) {

    /** A side, or those who have another role than to sign for a party. */
    public record Section(String name, @Nullable SignatoryRole role, List<Row> rows) {}

    /**
     * One signatory.
     *
     * @param last what happened last, at {@code lastAt}
     * @param reminder when the next reminder leaves by itself
     */
    public record Row(
            Party party,
            Signatory signatory,
            @Nullable AuditEventType last,
            @Nullable Instant lastAt,
            @Nullable Instant reminder) {}

    /** What can be filtered by, as far as this board has it. */
    public record Choices(List<SignatoryState> states, List<String> sides, List<Locale> locales) {

        static Choices of(Board board) {
            List<Signatory> all = board.signatories();
            return new Choices(
                    all.stream().map(Signatory::state).distinct().sorted().toList(),
                    board.sides().stream()
                            .map(Board.Side::name)
                            .filter(name -> !name.isEmpty())
                            .toList(),
                    all.stream()
                            .map(Signatory::locale)
                            .distinct()
                            .sorted(Comparator.comparing(Locale::toLanguageTag))
                            .toList());
        }
    }

    static BoardTable of(
            Board board,
            BoardFilter filter,
            Map<SignatoryId, AuditAct> acts,
            Map<SignatoryId, Instant> reminders,
            long version) {
        List<Section> sections = new ArrayList<>();
        int page = filter.page();
        int matching = 0;
        for (Board.Side side : board.sides()) {
            List<Row> rows = side.parties().stream()
                    .flatMap(party -> party.signatories().stream()
                            .map(one -> row(party.party(), one, acts.get(one.id()), reminders.get(one.id()))))
                    .filter(filter::shows)
                    .sorted(filter.sort().order())
                    .toList();
            int from = within(rows, (page - 1) * BoardFilter.PAGE - matching);
            int to = within(rows, page * BoardFilter.PAGE - matching);
            if (from < to) {
                sections.add(new Section(side.name(), side.role(), rows.subList(from, to)));
            }
            matching += rows.size();
        }
        int pages = Math.max(1, (matching + BoardFilter.PAGE - 1) / BoardFilter.PAGE);
        return new BoardTable(sections, filter, Choices.of(board), matching, pages, version);
    }

    private static int within(List<Row> rows, int place) {
        return Math.max(0, Math.min(place, rows.size()));
    }

    /** The later of what the person did and what was done with the place. */
    private static Row row(Party party, Signatory one, @Nullable AuditAct act, @Nullable Instant reminder) {
        Instant known = one.lastInstant();
        if (act != null && (known == null || act.at().isAfter(known))) {
            return new Row(party, one, act.type(), act.at(), reminder);
        }
        return new Row(party, one, known == null ? null : happened(one), known, reminder);
    }

    private static AuditEventType happened(Signatory one) {
        if (one.confirmedAt() != null) {
            return AuditEventType.SIGNATURE_CONFIRMED;
        }
        return switch (one.state()) {
            case CONSENTED -> AuditEventType.CONSENT_GIVEN;
            case SIGNED -> AuditEventType.SIGNATURE_COLLECTED;
            case SIGNED_ON_PAPER -> AuditEventType.PAPER_SIGNATURE_RECORDED;
            case APPROVED -> AuditEventType.VISA_GIVEN;
            case INITIALLED -> AuditEventType.TEXT_INITIALLED;
            case REFUSED -> AuditEventType.SIGNATURE_REFUSED;
            case WAITING, INVITED, OBSERVING, EXPIRED -> AuditEventType.LETTER_SENT;
        };
    }
}
