package org.alternat.declaration.input;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.alternat.declaration.DraftRules;
import org.alternat.declaration.DraftText;
import org.alternat.declaration.LanguageText;
import org.alternat.declaration.LanguageVersions;
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
        FieldReader fields = new FieldReader();
        Optional<DraftText> text = text(fields, input, Optional.empty());
        Optional<DraftRules> rules = rules(fields, input);
        List<NewParty> parties = parties(fields, input);
        return checked(
                fields,
                () -> new NewDeclaration(
                        text.orElseThrow().title(),
                        text.orElseThrow().placeAndDate(),
                        text.orElseThrow().versions(),
                        rules.orElseThrow().zone(),
                        rules.orElseThrow().deadline(),
                        text.orElseThrow().document(),
                        text.orElseThrow().texts(),
                        rules.orElseThrow().terms(),
                        parties,
                        null));
    }

    /**
     * Reads what a draft says, and looks at nothing else.
     *
     * @param kept the PDF that stays when no other is uploaded
     */
    public Checked<DraftText> text(DeclarationInput input, Optional<IntakeResult.Accepted> kept) {
        FieldReader fields = new FieldReader();
        Optional<DraftText> text = text(fields, input, kept);
        return checked(fields, text::orElseThrow);
    }

    /** Reads until when and on which terms a draft is to circulate, and looks at nothing else. */
    public Checked<DraftRules> rules(DeclarationInput input) {
        FieldReader fields = new FieldReader();
        Optional<DraftRules> rules = rules(fields, input);
        return checked(fields, rules::orElseThrow);
    }

    private static <T> Checked<T> checked(FieldReader fields, Supplier<T> made) {
        return fields.errors().isEmpty() ? new Checked.Valid<>(made.get()) : new Checked.Invalid<>(fields.errors());
    }

    private Optional<DraftText> text(FieldReader fields, DeclarationInput input, Optional<IntakeResult.Accepted> kept) {
        String title = fields.required("title", input.title(), MAX_LINE);
        String placeAndDate = fields.required("placeAndDate", input.placeAndDate(), MAX_LINE);
        List<Locale> languages = VersionsReader.languages(fields, input.languages());
        List<LanguageText> texts = texts(fields, input, languages);
        Checked<IntakeResult.Accepted> document = input.document() == null && kept.isPresent()
                ? new Checked.Valid<>(kept.get())
                : document(input.document());
        Optional<IntakeResult.Accepted> accepted = document.fold(Optional::of, errors -> {
            fields.addAll(errors);
            return Optional.empty();
        });
        Optional<LanguageVersions> versions =
                VersionsReader.read(fields, languages, input.versions(), accepted.orElse(null));
        return versions.flatMap(known -> accepted.map(pdf -> new DraftText(title, placeAndDate, known, pdf, texts)));
    }

    private Optional<DraftRules> rules(FieldReader fields, DeclarationInput input) {
        Optional<ZoneId> zone = zone(fields, input.zone());
        Optional<Instant> deadline = deadline(fields, input.deadline(), zone);
        Optional<Terms> terms = TermsReader.read(fields, input.terms(), zone, deadline);
        return zone.isPresent() && deadline.isPresent() && terms.isPresent()
                ? Optional.of(new DraftRules(zone.get(), deadline.get(), terms.get()))
                : Optional.empty();
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
