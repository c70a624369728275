package org.alternat.closing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alternat.audit.AuditEntry;
import org.alternat.audit.AuditEvent;
import org.alternat.audit.AuditEventType;
import org.alternat.closing.ClosingReport.Identification;
import org.alternat.closing.ClosingReport.Mandate;
import org.jspecify.annotations.Nullable;

/** What the audit trail says of each person's letters, identification and signature, and what did not go as planned. */
final class TrailFacts {

    private static final String SIGNATORY = "signatory:";

    private static final Set<AuditEventType> OUT_OF_THE_ORDINARY = Set.of(
            AuditEventType.SIGNING_CODE_REJECTED,
            AuditEventType.DESK_CODE_REJECTED,
            AuditEventType.LETTER_UNSETTLED,
            AuditEventType.EXTERNAL_SIGNATURE_REFUSED,
            AuditEventType.PERSON_NAMED,
            AuditEventType.PERSON_REPLACED,
            AuditEventType.SIGNATURE_DELEGATED,
            AuditEventType.CHANGE_REQUESTED,
            AuditEventType.DEADLINE_PROLONGED,
            AuditEventType.CIRCULATION_PAUSED,
            AuditEventType.CIRCULATION_RESUMED,
            AuditEventType.CIRCULATION_CLOSED_EARLY,
            AuditEventType.TEXT_CORRECTED,
            AuditEventType.PAPER_SIGNATURE_RECORDED,
            AuditEventType.PAPER_SIGNATURE_UNDONE,
            AuditEventType.EFFECT_UNDONE,
            AuditEventType.DECLARATION_WITHDRAWN);

    private final Map<String, Integer> reminders = new HashMap<>();
    private final Map<String, Identification> identified = new HashMap<>();
    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, Mandate> mandates = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final List<AuditEntry> failed = new ArrayList<>();
    private final List<AuditEntry> extraordinary = new ArrayList<>();
    private @Nullable String sealLevel;

    TrailFacts(List<AuditEntry> entries) {
        entries.forEach(this::read);
    }

    private void read(AuditEntry entry) {
        AuditEvent event = entry.event();
        switch (event.type()) {
            case LETTER_SENT -> sent(event.details());
            case LETTER_FAILED -> failed.add(entry);
            case SIGNING_CODE_ACCEPTED -> identified.putIfAbsent(event.actor(), Identification.LINK_AND_CODE);
            case DESK_CODE_ACCEPTED -> identified.putIfAbsent(event.actor(), Identification.DESK_CODE);
            case CONSENT_GIVEN, VISA_GIVEN, TEXT_INITIALLED, SIGNATURE_REFUSED ->
                identified.put(event.actor(), identification(event.details().getOrDefault("identifiedBy", "")));
            case SIGNATURE_COLLECTED ->
                levels.put(
                        SIGNATORY + event.details().get("signatory"),
                        event.details().getOrDefault("level", ""));
            case DOCUMENT_SEALED -> sealLevel = event.details().get("level");
            // Somebody else holds the place from here on, and has proved nothing yet.
            case PERSON_REPLACED, SIGNATURE_DELEGATED -> {
                identified.remove(subject(event));
                mandates.remove(subject(event));
            }
            case MANDATE_RECORDED -> mandates.put(subject(event), mandate(event.details()));
            default -> {}
        }
        if (OUT_OF_THE_ORDINARY.contains(event.type())) {
            extraordinary.add(entry);
        }
    }

    private static Identification identification(String identifiedBy) {
        boolean certificate = identifiedBy.contains("certificate");
        if (identifiedBy.startsWith("desk code")) {
            return certificate ? Identification.DESK_CODE_AND_CERTIFICATE : Identification.DESK_CODE;
        }
        return certificate ? Identification.LINK_CODE_AND_CERTIFICATE : Identification.LINK_AND_CODE;
    }

    private static Mandate mandate(Map<String, String> details) {
        return new Mandate(
                details.getOrDefault("ground", ""),
                details.getOrDefault("statement", ""),
                details.getOrDefault("checkedBy", ""),
                details.get("sha256"));
    }

    private void sent(Map<String, String> letter) {
        sent.add(key(letter));
        if (letter.getOrDefault("kind", "").equals("reminder")) {
            reminders.merge(letter.getOrDefault("recipient", ""), 1, Integer::sum);
        }
    }

    int reminders(String signatory) {
        return reminders.getOrDefault(signatory, 0);
    }

    /** Of whoever holds the place now. */
    @Nullable
    Mandate mandate(String signatory) {
        return mandates.get(signatory);
    }

    @Nullable
    Identification identified(String signatory) {
        return identified.get(signatory);
    }

    @Nullable
    String level(String signatory) {
        return levels.get(signatory);
    }

    /** Of the sealed document. */
    @Nullable
    String sealLevel() {
        return sealLevel;
    }

    /** The kinds of letters to that person which never left, each once. */
    List<String> undelivered(String signatory) {
        return failed.stream()
                .map(entry -> entry.event().details())
                .filter(letter -> signatory.equals(letter.get("recipient")) && !sent.contains(key(letter)))
                .map(letter -> letter.getOrDefault("kind", ""))
                .distinct()
                .toList();
    }

    /** In the order of the trail; of each letter that failed its first failure. */
    List<AuditEntry> incidents() {
        Map<String, AuditEntry> first = new HashMap<>();
        failed.forEach(entry -> first.putIfAbsent(key(entry.event().details()), entry));
        List<AuditEntry> all = new ArrayList<>(extraordinary);
        all.addAll(first.values());
        all.sort((one, other) -> Long.compare(one.number(), other.number()));
        return all;
    }

    /** Whether the letter of that entry left later. */
    boolean mended(AuditEntry failure) {
        return sent.contains(key(failure.event().details()));
    }

    /** The signatory whom an entry is about, as the trail names people; empty when it is nobody. */
    static String subject(AuditEvent event) {
        String recipient = event.details().getOrDefault("recipient", "");
        if (recipient.startsWith(SIGNATORY)) {
            return recipient;
        }
        String signatory = event.details().get("signatory");
        if (signatory != null) {
            return SIGNATORY + signatory;
        }
        return event.actor().startsWith(SIGNATORY) ? event.actor() : "";
    }

    private static String key(Map<String, String> letter) {
        return letter.get("kind") + " " + letter.get("recipient") + " " + letter.get("sequence");
    }
}
