package org.alternat.declaration.input;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.Languages;
import org.alternat.declaration.NewDeclaration;
import org.alternat.declaration.NewParty;
import org.alternat.declaration.Terms;
import org.alternat.document.DocumentIntake;
import org.alternat.document.IntakeResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a declaration of what was typed and uploaded, or names every fault in it at once. Stores nothing. */
@Component
public class DeclarationReader {

    /** Longest title or place-and-date line, in characters. */
    public static final int MAX_LINE = 300;

    /** Longest text in one language, in characters. */
    public static final int MAX_TEXT = 1_000_000;

    private final DocumentIntake intake;
    private final Clock clock;

    DeclarationReader(DocumentIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** Reads a whole declaration. */
    public Checked<NewDeclaration> read(DeclarationInput input) {
        return read(input, Optional.empty());
    }

    /**
     * Reads the changes to a draft.
     *
     * @param kept the text that stays when no other is uploaded
     */
    public Checked<NewDeclaration> read(DeclarationInput input, Optional<IntakeResult.Accepted> kept) {
        FieldReader fields = new FieldReader();
        String title = fields.required("title", input.title(), MAX_LINE);
        String placeAndDate = fields.required("placeAndDate", input.placeAndDate(), MAX_LINE);
        List<Locale> languages = languages(fields, input.languages());
        Optional<ZoneId> zone = zone(fields, input.zone());
        Optional<Instant> deadline = deadline(fields, input.deadline(), zone);
        List<LanguageText> texts = texts(fields, input, languages);
        Optional<Terms> terms = TermsReader.read(fields, input.terms(), zone, deadline);
        List<NewParty> parties = parties(fields, input);
        Checked<IntakeResult.Accepted> document = input.document() == null && kept.isPresent()
                ? new Checked.Valid<>(kept.get())
                : document(input.document());
        document.fold(accepted -> true, errors -> {
            fields.addAll(errors);
            return false;
        });
        if (!fields.errors().isEmpty()) {
            return new Checked.Invalid<>(fields.errors());
        }
        return document.fold(
                accepted -> new Checked.Valid<>(new NewDeclaration(
                        title,
                        placeAndDate,
                        languages,
                        zone.orElseThrow(),
                        deadline.orElseThrow(),
                        accepted,
                        texts,
                        terms.orElseThrow(),
                        parties)),
                Checked.Invalid::new);
    }

    private Checked<IntakeResult.Accepted> document(@Nullable Upload upload) {
        if (upload == null) {
            return new Checked.Invalid<>(List.of(InputError.of("document", "declaration.input.documentMissing")));
        }
        IntakeResult result = intake.examine(upload.toByteArray());
        if (result instanceof IntakeResult.Accepted accepted) {
            return new Checked.Valid<>(accepted);
        }
        String reason = ((IntakeResult.Refused) result).reason().name();
        return new Checked.Invalid<>(List.of(InputError.of("document", "declaration.refusal." + reason)));
    }

    private static List<Locale> languages(FieldReader fields, List<String> tags) {
        List<Locale> known = Languages.OF_TEXTS.stream()
                .filter(language -> tags.contains(language.toLanguageTag()))
                .toList();
        if (known.isEmpty()) {
            fields.fault("languages", "declaration.input.languages");
        } else if (known.size() < tags.stream().distinct().count()) {
            fields.fault("languages", "declaration.input.languageUnknown");
        }
        return known;
    }

    private static Optional<ZoneId> zone(FieldReader fields, @Nullable String raw) {
        String id = fields.required("zone", raw, 60);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            fields.fault("zone", "declaration.input.zone");
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(id));
    }

    private Optional<Instant> deadline(FieldReader fields, @Nullable String raw, Optional<ZoneId> zone) {
        Optional<Instant> instant = DeadlineReader.read(fields, raw, zone.orElse(ZoneId.of("UTC")));
        if (instant.isPresent() && !instant.get().isAfter(clock.instant())) {
            fields.fault(DeadlineReader.FIELD, "declaration.input.deadlinePassed");
        }
        return instant;
    }

    private static List<LanguageText> texts(FieldReader fields, DeclarationInput input, List<Locale> languages) {
        List<LanguageText> texts = new ArrayList<>();
        input.texts().forEach((tag, raw) -> {
            String field = "texts." + tag;
            String content = fields.lines(field, Objects.requireNonNullElse(raw, ""), MAX_TEXT);
            if (content.isEmpty()) {
                return;
            }
            Locale language = Locale.forLanguageTag(tag);
            if (!languages.contains(language)) {
                fields.fault(field, "declaration.input.textLanguage");
            }
            texts.add(new LanguageText(language, content));
        });
        return texts;
    }

    private static List<NewParty> parties(FieldReader fields, DeclarationInput input) {
        Upload csv = input.signatoriesCsv();
        if (csv != null && !input.signatories().isEmpty()) {
            fields.fault(SignatoryCsv.FIELD, "declaration.input.signatoriesTwice");
            return List.of();
        }
        Checked<List<NewParty>> parties =
                csv != null ? SignatoryCsv.read(csv) : PartiesReader.read(input.signatories());
        return parties.fold(all -> all, errors -> {
            fields.addAll(errors);
            return List.of();
        });
    }
}
