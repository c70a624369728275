package org.alternat.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.alternat.shared.DeclarationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

    static final Instant NOON = Instant.parse("2019-11-28T12:00:00Z");
    static final LetterKey FIRST = new LetterKey("invitation", DeclarationId.random(), "signatory:1", 1);
    static final LetterKey SECOND = new LetterKey("signing-code", DeclarationId.random(), "signatory:1", 1);

    @TempDir
    Path home;

    @Test
    void a_letter_is_a_file_for_its_owner_only_and_its_name_holds_no_address() throws Exception {
        put(FIRST, NOON);

        Path file = files().get(0);
        assertThat(file.getFileName().toString()).matches("20191128T120000\\.000Z-invitation-[0-9a-f]{16}\\.eml");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_newest_letter_comes_first_and_reads_as_written() throws Exception {
        put(FIRST, NOON);
        put(SECOND, NOON.plusSeconds(1));

        List<OutboxLetter> letters = outbox(NOON).list();

        assertThat(letters).extracting(OutboxLetter::kind).containsExactly("signing-code", "invitation");
        assertThat(letters.get(1)).satisfies(letter -> {
            assertThat(letter.at()).isEqualTo(NOON);
            assertThat(letter.toName()).isEqualTo("Émilien Van den Broeck");
            assertThat(letter.toAddress()).isEqualTo("emilien@party.example.org");
            assertThat(letter.language()).isEqualTo("nl-BE");
            assertThat(letter.text()).contains("Geachte heer, mevrouw,").contains("https://sign.example.org/s/");
        });
    }

    @Test
    void a_letter_that_is_sent_again_replaces_its_own_file() throws Exception {
        put(FIRST, NOON);
        put(SECOND, NOON);
        put(FIRST, NOON.plus(Duration.ofMinutes(5)));

        assertThat(outbox(NOON).list())
                .extracting(OutboxLetter::at)
                .containsExactly(NOON.plus(Duration.ofMinutes(5)), NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "..",
                "",
                "/etc/passwd",
                "20191128T120000.000Z-invitation-0123456789abcdef/../../secret",
                "20191128T120000.000Z-invitation-0123456789abcdef"
            })
    void nothing_but_a_letter_of_the_folder_is_found(String id) throws Exception {
        Files.writeString(home.resolve("secret.eml"), "Subject: secret\n\n");
        put(FIRST, NOON);

        assertThat(outbox(NOON).find(id)).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_to_stops_the_start_and_names_the_setting() throws Exception {
        Path file = Files.writeString(home.resolve("occupied"), "");

        assertThatThrownBy(() -> new Outbox(file.resolve("outbox"), Clock.systemUTC()))
                .hasMessageContaining("alternat.home");
    }

    private void put(LetterKey key, Instant at) throws Exception {
        Letter sample = LetterSamples.letter(key.kind(), Locale.forLanguageTag("nl-BE"));
        Letter letter = new Letter(
                key,
                sample.template(),
                sample.locale(),
                sample.to(),
                sample.replyTo(),
                sample.model(),
                sample.attachments());
        MimeLetters mime = new MimeLetters(
                new LetterWriter(LetterSamples.messages(), null, true),
                Sender.parse(Sender.DEFAULT),
                null,
                Clock.systemUTC());
        outbox(at).handOver(key, mime.write(letter));
    }

    private Outbox outbox(Instant at) {
        return new Outbox(home.resolve("outbox"), Clock.fixed(at, ZoneOffset.UTC));
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
            return files.toList();
        }
    }
}
