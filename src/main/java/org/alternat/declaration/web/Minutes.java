package org.alternat.declaration.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.shared.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * The record of a signing, as somebody keeps it after a ceremony (procès-verbal): who signed, in the order of the signatures,
 * who did not, and what did not go its plain way.
 *
 * @param incidents entries of the audit trail, in their order
 */
public record Minutes(Declaration declaration, List<Line> signed, List<Line> unsigned, List<AuditEntry> incidents) {

    private static final Set<AuditEventType> INCIDENTS = Set.of(
            AuditEventType.LETTER_FAILED,
            AuditEventType.DESK_CODE_REJECTED,
            AuditEventType.SIGNATURE_REFUSED,
            AuditEventType.EXTERNAL_SIGNATURE_REFUSED,
            AuditEventType.PERSON_NAMED,
            AuditEventType.PERSON_REPLACED,
            AuditEventType.SIGNATURE_DELEGATED,
            AuditEventType.PAPER_SIGNATURE_UNDONE,
            AuditEventType.DEADLINE_PROLONGED,
            AuditEventType.CIRCULATION_PAUSED,
            AuditEventType.CIRCULATION_RESUMED,
            AuditEventType.CIRCULATION_CLOSED_EARLY,
            AuditEventType.DECLARATION_WITHDRAWN,
            AuditEventType.DECLARATION_INCOMPLETE);

    /** Somebody who signs, and for whom. */
    public record Line(Signatory signatory, Party party) {}

    static Minutes of(Board board, List<AuditEntry> trail) {
        Map<PartyId, Party> parties = board.sides().stream()
                .flatMap(side -> side.parties().stream())
                .map(Board.PartyRow::party)
                .collect(Collectors.toMap(Party::id, Function.identity(), (one, same) -> one));
        List<Line> all = board.signatories().stream()
                .filter(one -> one.role().signs())
                .flatMap(one -> Stream.ofNullable(parties.get(one.partyId())).map(party -> new Line(one, party)))
                .toList();
        return new Minutes(
                board.declaration(),
                all.stream()
                        .filter(line -> line.signatory().revision() != null)
                        .sorted(Comparator.comparingInt(Minutes::revision))
                        .toList(),
                all.stream().filter(line -> line.signatory().revision() == null).toList(),
                trail.stream()
                        .filter(entry -> INCIDENTS.contains(entry.event().type()))
                        .toList());
    }

    /** Whom an incident is about, where it is one of those who sign. */
    public @Nullable String about(AuditEntry entry) {
        AuditEvent event = entry.event();
        Stream<String> ids = Stream.of(
                event.actor(),
                event.details().getOrDefault("recipient", ""),
                event.details().getOrDefault("signatory", ""));
        Set<String> named = ids.map(id -> id.replaceFirst("^signatory:", "")).collect(Collectors.toSet());
        return Stream.concat(signed.stream(), unsigned.stream())
                .map(Line::signatory)
                .filter(one -> named.contains(one.id().toString()))
                .map(Signatory::fullName)
                .findFirst()
                .orElse(null);
    }

    /** The chain of revisions knows the order; two signatures may bear the same second. */
    private static int revision(Line line) {
        Integer revision = line.signatory().revision();
        return revision == null ? 0 : revision;
    }
}
