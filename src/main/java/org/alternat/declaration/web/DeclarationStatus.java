package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.alternat.declaration.Declaration;
import org.alternat.declaration.DeclarationState;
import org.alternat.declaration.Party;
import org.alternat.declaration.Signatory;
import org.alternat.declaration.SignatoryState;
import org.alternat.declaration.Succession;
import org.alternat.document.Revision;
import org.alternat.document.RevisionKind;
import org.alternat.moment.City;
import org.jspecify.annotations.Nullable;

/** Where a declaration stands, for machines. Instants are UTC (ISO 8601). */
@Schema(name = "Declaration")
record DeclarationStatus(
        UUID id,
        @Schema(example = "ALT-2026-0001") String reference,
        DeclarationState state,
        String title,
        String placeAndDate,
        List<String> languages,

        @Schema(description = "What each language counts for")
        Map<String, VersionAnswer> versions,

        @Schema(example = "Europe/Paris") String zone,
        Instant deadline,

        @Schema(description = "Who must have signed for it to take effect", example = "all")
        String completionRule,

        @Schema(description = "How long it can be signed after the deadline, once the rule is met") @Nullable
        Instant openUntil,

        @Schema(example = "fixed list") String orderOfPrecedence,
        boolean adReferendum,

        @Schema(
                description = "By whose clocks people are told its instants",
                example = "Lille (Europe/Paris), Montréal (America/Montreal)")
        String cities,

        @Schema(
                description = "Digest of the text to sign, frozen by the release",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        int pages,
        Instant createdAt,
        @Nullable Instant releasedAt,

        @Schema(description = "The date of effect: when the rule of completion was met") @Nullable
        Instant effectiveAt,

        @Nullable Instant closedAt,

        @Schema(description = "Reference of the declaration whose text this one corrects") @Nullable
        String supersedes,

        @Schema(description = "Reference of the declaration that corrects this one's text") @Nullable
        String supersededBy,

        Counts counts,
        List<PartyStatus> parties,
        List<RevisionStatus> revisions) {

    @Schema(name = "Counts")
    record Counts(
            int signatories,
            int waiting,
            int invited,
            int consented,

            @Schema(description = "Signatures that stand in the document")
            int signed,

            @Schema(description = "Recorded as signed on paper, not in the document")
            int onPaper,

            int refused,
            int expired) {

        static Counts of(Board board) {
            return new Counts(
                    board.all(),
                    board.count("WAITING"),
                    board.count("INVITED"),
                    board.count("CONSENTED"),
                    board.count("SIGNED"),
                    board.onPaper(),
                    board.count("REFUSED"),
                    board.count("EXPIRED"));
        }
    }

    @Schema(name = "Party")
    record PartyStatus(
            UUID id,
            int precedence,
            String side,
            String name,
            String region,
            @Nullable String contact,

            @Schema(description = "Since when all its signatories have signed for good") @Nullable
            Instant boundAt,

            List<SignatoryStatus> signatories) {}

    @Schema(name = "Signatory")
    record SignatoryStatus(
            UUID id,
            int precedence,
            @Schema(description = "The round, from 1") int order,
            @Schema(example = "signatory") String role,

            @Schema(description = "Null while the person is to be confirmed, as familyName and email are") @Nullable
            String givenName,

            @Nullable String familyName,
            String capacity,
            @Nullable String email,
            String locale,
            SignatoryState state,
            @Nullable Instant invitedAt,
            @Nullable Instant answeredAt,
            @Nullable String refusalReason,
            @Nullable Instant signedAt,
            @Nullable Integer revision,

            @Schema(description = "Signed subject to confirmation by the party")
            boolean adReferendum,

            @Nullable Instant confirmedAt,

            @Schema(description = "For whom a delegate signs") @Nullable
            String onBehalfOf) {}

    @Schema(name = "Revision")
    record RevisionStatus(int number, RevisionKind kind, long length, String sha256, Instant at) {}

    @Schema(name = "DeclarationSummary")
    record Summary(
            UUID id,
            @Schema(example = "ALT-2026-0001") String reference,
            DeclarationState state,
            String title,
            Instant deadline,
            Counts counts) {

        static Summary of(Board board) {
            Declaration declaration = board.declaration();
            return new Summary(
                    declaration.id().value(),
                    declaration.reference(),
                    declaration.state(),
                    declaration.title(),
                    declaration.deadline(),
                    Counts.of(board));
        }
    }

    static DeclarationStatus of(Board board, Succession succession, List<City> cities, List<Revision> revisions) {
        Declaration declaration = board.declaration();
        return new DeclarationStatus(
                declaration.id().value(),
                declaration.reference(),
                declaration.state(),
                declaration.title(),
                declaration.placeAndDate(),
                declaration.languages().stream().map(Locale::toLanguageTag).toList(),
                VersionAnswer.of(declaration.versions()),
                declaration.zone().getId(),
                declaration.deadline(),
                declaration.terms().rule().toString(),
                declaration.terms().openUntil(),
                declaration.terms().order().toString(),
                declaration.terms().adReferendum(),
                City.write(cities),
                declaration.textSha256().hex(),
                declaration.pages(),
                declaration.createdAt(),
                declaration.releasedAt(),
                declaration.effectiveAt(),
                declaration.closedAt(),
                reference(succession.earlier()),
                reference(succession.later()),
                Counts.of(board),
                board.sides().stream()
                        .flatMap(side -> side.parties().stream())
                        .map(row -> party(row.party(), row.signatories()))
                        .sorted((one, other) -> Integer.compare(one.precedence(), other.precedence()))
                        .toList(),
                revisions.stream()
                        .map(revision -> new RevisionStatus(
                                revision.number(),
                                revision.kind(),
                                revision.length(),
                                revision.sha256().hex(),
                                revision.at()))
                        .toList());
    }

    private static @Nullable String reference(@Nullable Declaration declaration) {
        return declaration == null ? null : declaration.reference();
    }

    private static PartyStatus party(Party party, List<Signatory> signatories) {
        return new PartyStatus(
                party.id().value(),
                party.precedence(),
                party.side(),
                party.name(),
                party.region(),
                party.contact() == null ? null : party.contact().value(),
                party.boundAt(),
                signatories.stream().map(DeclarationStatus::signatory).toList());
    }

    private static SignatoryStatus signatory(Signatory signatory) {
        return new SignatoryStatus(
                signatory.id().value(),
                signatory.precedence(),
                signatory.round(),
                signatory.role().word(),
                signatory.isNamed() ? signatory.givenName() : null,
                signatory.isNamed() ? signatory.familyName() : null,
                signatory.capacity(),
                signatory.email() == null ? null : signatory.email().value(),
                signatory.locale().toLanguageTag(),
                signatory.state(),
                signatory.invitedAt(),
                signatory.answeredAt(),
                signatory.refusalReason(),
                signatory.signedAt(),
                signatory.revision(),
                signatory.adReferendum(),
                signatory.confirmedAt(),
                signatory.onBehalfOf());
    }
}
