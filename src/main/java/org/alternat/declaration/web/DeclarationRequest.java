package org.alternat.declaration.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.alternat.declaration.input.DeclarationInput;
import org.alternat.declaration.input.InputError;
import org.alternat.declaration.input.SignatoryInput;
import org.alternat.declaration.input.TermsInput;
import org.alternat.declaration.input.Upload;
import org.jspecify.annotations.Nullable;

/** A declaration as a machine sends it, beside the PDF. Its signatories come one by one or as a CSV, not both. */
@Schema(name = "NewDeclaration", description = "A declaration to be drafted; the text to sign is the part `document`.")
record DeclarationRequest(
        @Schema(example = "Europe–Québec Joint Declaration") @Nullable
        String title,

        @Schema(
                description = "The line that the document itself carries",
                example = "Villeneuve-d’Ascq, 28 November 2019")
        @Nullable
        String placeAndDate,

        @Schema(description = "fr, nl, en", example = "[\"fr\", \"nl\", \"en\"]") @Nullable
        List<String> languages,

        @Schema(description = "Time zone in which people read its instants", example = "Europe/Paris") @Nullable
        String zone,

        @Schema(
                description = "An instant with an offset, or a local date and time in the zone",
                example = "2030-11-28T18:00")
        @Nullable
        String deadline,

        @Schema(
                description = "What each language counts for; without a word it is authentic",
                example = "{\"fr\": {\"standing\": \"prevailing\", \"fromPage\": 2}}")
        @Nullable
        Map<String, VersionAnswer> versions,

        @Schema(
                description = "The text per language, for reading and for the archive",
                example = "{\"en\": \"# Joint Declaration\"}")
        @Nullable
        Map<String, String> texts,

        @Schema(
                description = "Who must have signed for it to take effect",
                example = "15 of \"Europe\" and party \"TIESS\"")
        @Nullable
        String completionRule,

        @Schema(
                description = "How long it can still be signed after the deadline, once the rule is met; like deadline",
                example = "2031-01-31T18:00")
        @Nullable
        String openUntil,

        @Schema(
                description = "fixed list, or alphabetical in fr, nl or en; then , by side; then , host first or last",
                example = "alphabetical in fr, by side, host last \"CRESS\"")
        @Nullable
        String orderOfPrecedence,

        @Schema(description = "Whether somebody may sign subject to confirmation by the party") @Nullable
        Boolean adReferendum,

        @Schema(
                description = "The cities by whose clocks people are told its instants, four at most;"
                        + " those of the zone and of the parties when missing",
                example = "Lille, Montréal, St. John’s (America/St_Johns)")
        @Nullable
        String cities,

        @Schema(description = "In order of precedence") @Nullable
        List<PartyRequest> parties,

        @Schema(
                description = "Instead of parties: CSV with the header"
                        + " side,party,region,given_name,family_name,capacity,email,locale,order"
                        + " and, if wanted, role")
        @Nullable
        String signatoriesCsv) {

    DeclarationRequest {
        requireEach(parties);
    }

    /** Something in a list that is nothing is no request that can be understood. */
    private static void requireEach(@Nullable List<?> all) {
        if (all != null && all.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a list with a null in it");
        }
    }

    /** CSV columns and the JSON members that hold the same. */
    private static final Map<String, String> OF_PARTY =
            Map.of("side", "side", "party", "name", "region", "region", "contact", "contact");

    private static final Map<String, String> OF_SIGNATORY =
            Map.of("given_name", "givenName", "family_name", "familyName");

    @Schema(name = "NewParty")
    record PartyRequest(
            @Schema(example = "Québec") @Nullable String side,
            @Schema(example = "TIESS") @Nullable String name,
            @Schema(example = "Québec") @Nullable String region,

            @Schema(description = "Receives the final copy too", example = "info@tiess.example.org") @Nullable
            String contact,

            @Nullable List<SignatoryRequest> signatories) {

        PartyRequest {
            requireEach(signatories);
        }
    }

    @Schema(name = "NewSignatory")
    record SignatoryRequest(
            @Schema(
                    description = "Missing, with familyName and email, while the person is to be confirmed",
                    example = "Aimée")
            @Nullable
            String givenName,

            @Schema(example = "Tremblay") @Nullable String familyName,

            @Schema(example = "Directrice générale") @Nullable
            String capacity,

            @Schema(example = "aimee.tremblay@tiess.example.org") @Nullable
            String email,

            @Schema(description = "fr-FR, fr-BE, fr-CA, nl-BE or en", example = "fr-CA") @Nullable
            String locale,

            @Schema(description = "The round in which the signatory is asked, from 1", example = "1") @Nullable
            Integer order,

            @Schema(
                    description = "signatory (as when missing), witness, approver, negotiator or observer",
                    example = "signatory")
            @Nullable
            String role) {}

    DeclarationInput input(@Nullable Upload document) {
        List<SignatoryInput> rows = new ArrayList<>();
        eachSignatory((party, signatory) -> rows.add(new SignatoryInput(
                rows.size() + 1,
                party.side(),
                party.name(),
                party.region(),
                party.contact(),
                signatory.givenName(),
                signatory.familyName(),
                signatory.capacity(),
                signatory.email(),
                signatory.locale(),
                signatory.order() == null ? "1" : Integer.toString(signatory.order()),
                signatory.role())));
        return new DeclarationInput(
                title,
                placeAndDate,
                Objects.requireNonNullElse(languages, List.of()),
                zone,
                deadline,
                document,
                VersionAnswer.inputs(versions),
                Objects.requireNonNullElse(texts, Map.of()),
                new TermsInput(completionRule, openUntil, orderOfPrecedence, Boolean.TRUE.equals(adReferendum), cities),
                rows,
                signatoriesCsv == null ? null : new Upload(signatoriesCsv.getBytes(StandardCharsets.UTF_8)));
    }

    /** Parties that nobody signs for: they would otherwise be lost without a word. */
    List<InputError> emptyParties() {
        List<InputError> errors = new ArrayList<>();
        List<PartyRequest> all = Objects.requireNonNullElse(parties, List.of());
        for (int place = 0; place < all.size(); place++) {
            if (Objects.requireNonNullElse(all.get(place).signatories(), List.of())
                    .isEmpty()) {
                errors.add(InputError.of("parties[" + place + "].signatories", "declaration.input.partyEmpty"));
            }
        }
        return errors;
    }

    /** The fault with the path of its field in the JSON, where the signatories came one by one. */
    InputError located(InputError error) {
        Integer number = error.line();
        if (number == null || signatoriesCsv != null) {
            return error;
        }
        List<String> paths = new ArrayList<>();
        List<PartyRequest> all = Objects.requireNonNullElse(parties, List.of());
        for (int party = 0; party < all.size(); party++) {
            int signatories = Objects.requireNonNullElse(all.get(party).signatories(), List.of())
                    .size();
            for (int place = 0; place < signatories; place++) {
                String member = OF_PARTY.get(error.field());
                paths.add("parties[" + party + "]."
                        + (member != null
                                ? member
                                : "signatories[" + place + "]."
                                        + OF_SIGNATORY.getOrDefault(error.field(), error.field())));
            }
        }
        return new InputError(paths.get(number - 1), null, error.messageKey(), error.arguments());
    }

    private void eachSignatory(BiConsumer<PartyRequest, SignatoryRequest> visit) {
        for (PartyRequest party : Objects.requireNonNullElse(parties, List.<PartyRequest>of())) {
            for (SignatoryRequest signatory :
                    Objects.requireNonNullElse(party.signatories(), List.<SignatoryRequest>of())) {
                visit.accept(party, signatory);
            }
        }
    }
}
