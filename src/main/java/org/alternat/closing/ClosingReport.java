package org.alternat.closing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alternat.declaration.Attendance;
import org.jspecify.annotations.Nullable;

/**
 * The closing report of a declaration (procès-verbal de clôture): what the domain and the audit trail say of a circulation
 * that has ended. It holds no mail address: a package travels far.
 *
 * @param format counts up when a member changes its meaning
 * @param languages what each language of the text counts for
 * @param outcome {@code SEALED}, {@code INCOMPLETE}, {@code SUPERSEDED} or {@code WITHDRAWN}
 * @param effective the date of effect; null when the rule of completion was not met
 * @param text the frozen text
 * @param finalFile the sealed document; null when there is none
 * @param signatories everybody who was asked, in order of precedence
 * @param incidents what did not go as planned, and what was done about it, in order
 * @param auditEntries how many entries of the audit trail the report rests on
 */
@Schema(name = "ClosingReport")
public record ClosingReport(
        int format,
        @Schema(example = "ALT-2026-0001") String reference,
        UUID identifier,
        String title,
        String placeAndDate,
        List<Language> languages,
        String zone,
        String cities,
        @Schema(example = "SEALED") String outcome,
        @Nullable Told released,
        @Nullable Told closed,
        @Nullable Told effective,
        Rule completionRule,
        File text,
        @Nullable File finalFile,
        List<Line> signatories,
        List<Incident> incidents,
        long auditEntries) {

    public ClosingReport {
        languages = List.copyOf(languages);
        signatories = List.copyOf(signatories);
        incidents = List.copyOf(incidents);
    }

    /** Both readings of an instant (ISO 8601): UTC, and the declaration's zone with its offset. */
    @Schema(name = "ClosingReportInstant")
    public record Told(
            Instant utc,
            @Schema(example = "2026-10-30T17:00:00+01:00") String local) {}

    /**
     * The text in one language.
     *
     * @param fromPage the page of the PDF, from 1, where it begins; null when nobody has said
     */
    @Schema(name = "ClosingReportLanguage")
    public record Language(
            @Schema(example = "fr") String language,
            @Schema(example = "prevailing") String standing,
            @Nullable Integer fromPage) {}

    /**
     * The rule of completion.
     *
     * @param inWords by language
     */
    @Schema(name = "ClosingReportRule")
    public record Rule(@Schema(example = "all") String rule, Map<String, String> inWords, boolean met) {}

    /** A file of the chain, by its revision. */
    @Schema(name = "ClosingReportFile")
    public record File(
            int revision,
            String sha256,
            long length,
            @Nullable String level) {}

    /** What came of asking somebody. */
    public enum Answer {
        SIGNED,
        /** Signed ad referendum, and never confirmed. */
        PROVISIONAL,
        /** The consent is recorded; the circulation ended before the signature stood. */
        CONSENTED,
        /** Recorded by an organiser; nothing of it stands in the document. */
        SIGNED_ON_PAPER,
        APPROVED,
        INITIALLED,
        REFUSED,
        NONE,
        /** An observer, who is not asked. */
        OBSERVES
    }

    /** How the service knew who answered. */
    public enum Identification {
        LINK_AND_CODE,
        LINK_CODE_AND_CERTIFICATE,
        /** Seen at the desk by a member of the staff, who gave a code. */
        DESK_CODE,
        DESK_CODE_AND_CERTIFICATE
    }

    /**
     * One person.
     *
     * @param name null where the person was still to be confirmed when the circulation ended
     * @param onBehalfOf who named the person as a delegate
     * @param personsBefore how many held the place before
     * @param answered when the person consented or refused
     * @param level of the signature when it was made
     * @param revisionSha256 of the file up to and with the signature
     * @param attendance whether the person answered at the desk of an event; null without an answer by a link of the service
     * @param lettersNotDelivered kinds of letters that never left
     * @param mandate on what the authority rests; null when none is recorded
     */
    @Schema(name = "ClosingReportSignatory")
    public record Line(
            int precedence,
            String side,
            String party,
            @Nullable String name,
            String capacity,
            @Schema(example = "signatory") String role,
            @Nullable String onBehalfOf,
            int personsBefore,
            Answer answer,
            @Nullable Told answered,
            @Nullable Told signed,
            boolean adReferendum,
            @Nullable Told confirmed,
            @Nullable String level,
            @Nullable Integer revision,
            @Nullable String revisionSha256,
            @Nullable Identification identification,
            @Nullable Attendance attendance,
            int remindersSent,
            List<String> lettersNotDelivered,
            @Nullable String refusalReason,
            @Nullable Mandate mandate) {

        public Line {
            lettersNotDelivered = List.copyOf(lettersNotDelivered);
        }

        boolean signedForAParty() {
            return role.equals("signatory")
                    && (answer == Answer.SIGNED || answer == Answer.PROVISIONAL || answer == Answer.SIGNED_ON_PAPER);
        }
    }

    /**
     * On what somebody's authority to sign for a party rests.
     *
     * @param statement which article, resolution or letter
     * @param documentSha256 of the document that proves it; null when none was brought
     */
    @Schema(name = "ClosingReportMandate")
    public record Mandate(
            @Schema(example = "RESOLUTION") String ground,
            String statement,
            String checkedBy,
            @Nullable String documentSha256) {}

    /**
     * One thing that did not go as planned.
     *
     * @param event the word of the audit trail
     * @param concerns the person or organisation, where it is one
     * @param letter the kind of a letter that did not leave at first
     * @param mended whether it left later; null for what is no letter
     * @param reason why a signature that was made elsewhere was not accepted, in the word of the audit trail
     */
    @Schema(name = "ClosingReportIncident")
    public record Incident(
            Told at,
            @Schema(example = "LETTER_FAILED") String event,
            @Nullable String concerns,
            @Nullable String letter,
            @Nullable Boolean mended,
            @Nullable String reason) {}

    /** Those who said no. */
    public List<Line> refusals() {
        return answered(Answer.REFUSED);
    }

    /** Those who never answered. */
    public List<Line> silent() {
        return answered(Answer.NONE);
    }

    /** Whether anybody signed for a party. */
    public boolean anybodySigned() {
        return signatories.stream().anyMatch(Line::signedForAParty);
    }

    /** Those of whom a mandate is recorded. */
    public List<Line> withMandate() {
        return signatories.stream().filter(line -> line.mandate() != null).toList();
    }

    /** Those who signed for a party and of whom no mandate is recorded. */
    public List<Line> withoutMandate() {
        return signatories.stream()
                .filter(line -> line.signedForAParty() && line.mandate() == null)
                .toList();
    }

    private List<Line> answered(Answer answer) {
        return signatories.stream().filter(line -> line.answer() == answer).toList();
    }
}
