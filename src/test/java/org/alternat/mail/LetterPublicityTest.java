package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alternat.shared.DeclarationId;
import org.alternat.shared.Publicity;
import org.alternat.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a letter says of the funding: what its declaration says, in text and page alike. */
class LetterPublicityTest {

    private static final Publicity TRIAL = new Publicity(
            true, "Avec le soutien de l’essai", "Met steun van de proef", "With the support of the trial", true, null);

    private static final Set<String> PIECES = Set.of("layout", "parts");

    static List<String> kinds() {
        return LetterSamples.KINDS.stream()
                .filter(kind -> LetterSamples.letter(kind, Locale.ENGLISH).key().declarationId() != null)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_letter_about_a_declaration_bears_its_mention_in_every_language(String kind) {
        for (Locale locale : LetterSamples.LOCALES) {
            WrittenLetter letter = declaring(TRIAL).write(LetterSamples.letter(kind, locale));

            assertThat(letter.text()).endsWith("\n" + TRIAL.mention(locale) + "\n");
            assertThat(letter.html()).contains(">" + TRIAL.mention(locale) + "</p>", "cid:european-union@");
            assertThat(letter.images()).hasSize(1);
        }
    }

    @Test
    void no_kind_of_letter_escapes() throws IOException {
        Set<String> written = LetterSamples.KINDS.stream()
                .map(kind -> LetterSamples.letter(kind, Locale.ENGLISH).template())
                .collect(Collectors.toSet());
        try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates/letters"))) {
            assertThat(templates
                            .map(template -> template.getFileName().toString())
                            .filter(name -> name.endsWith(".html"))
                            .map(name -> name.replace(".html", ""))
                            .filter(name -> !PIECES.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr-CA, Union européenne, Emblème de l’Union européenne, Avec le soutien de la Région",
        "nl-BE, Europese Unie, Embleem van de Europese Unie, Met steun van het Gewest",
        "en, European Union, Emblem of the European Union, With the support of the Region"
    })
    void a_letter_bears_its_declarations_mention_emblem_and_logo_in_the_readers_language(
            Locale locale, String union, String emblem, String mention) {
        Publicity.Logo logo = new Publicity.Logo(Sha256.of(new byte[] {1}), "VISES", 300, 100);
        Publicity funding = new Publicity(
                true,
                "Avec le soutien de la Région",
                "Met steun van het Gewest",
                "With the support of the Region",
                true,
                logo);

        WrittenLetter letter = declaring(funding).write(LetterSamples.letter("invitation", locale));

        assertThat(letter.text()).endsWith("\n" + union + "\n" + mention + "\n");
        assertThat(letter.html())
                .contains(
                        "src=\"cid:european-union@alternat.invalid\" width=\"48\" height=\"32\" alt=\"" + emblem + "\"")
                .contains("src=\"cid:project@alternat.invalid\" width=\"96\" height=\"32\" alt=\"VISES\"")
                .contains(">" + union + "</p>", ">" + mention + "</p>");
        assertThat(letter.images())
                .extracting(InlineImage::contentId)
                .containsExactly("<european-union@alternat.invalid>", "<project@alternat.invalid>");
    }

    @Test
    void a_letter_about_a_declaration_that_owes_no_mention_has_none() {
        WrittenLetter letter = declaring(Publicity.NOT_DUE).write(LetterSamples.letter("invitation", Locale.ENGLISH));

        assertThat(letter.text() + letter.html())
                .doesNotContain("European Union", "With the support of the European Regional", "<img");
        assertThat(letter.images()).isEmpty();
    }

    private static LetterWriter declaring(Publicity funding) {
        return new LetterWriter(
                LetterSamples.messages(),
                new LetterPublicity() {
                    @Override
                    public Optional<Publicity> of(DeclarationId id) {
                        return Optional.of(funding);
                    }

                    @Override
                    public Optional<byte[]> image(Sha256 logo) {
                        return Optional.of(new byte[] {1});
                    }
                },
                false);
    }

    @Test
    void a_letter_about_no_declaration_has_a_mention_only_where_the_service_owes_one() {
        Letter letter = LetterSamples.letter("staff-invitation", Locale.ENGLISH);

        assertThat(new LetterWriter(LetterSamples.messages(), null, true)
                        .write(letter)
                        .text())
                .contains("European Union", "With the support of the European Regional");
        WrittenLetter unfunded = new LetterWriter(LetterSamples.messages(), null, false).write(letter);
        assertThat(unfunded.text() + unfunded.html()).doesNotContain("European", "<img");
        assertThat(unfunded.images()).isEmpty();
    }
}
