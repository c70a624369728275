package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's keys in a PKCS#11 token: made there, never outside, and every way to fail says which setting it is about. */
class KeyTokenTest {

    private static final ServiceKeys.Operator OPERATOR = new ServiceKeys.Operator("Alternat test", "FR", null);

    @TempDir
    Path folder;

    private final TestTokens.Token token = TestTokens.take();

    @Test
    void an_empty_token_gets_its_keys_on_the_first_start_and_keeps_them() {
        ServiceKeys first = open(token.settings());
        ServiceKeys second = open(token.settings());

        assertThat(first.current().seal().certificate())
                .isEqualTo(second.current().seal().certificate());
        assertThat(second.all()).hasSize(1);
        assertThat(new KeyToken(token.settings()).names()).containsExactlyInAnyOrder("ca", "seal", "timestamp");
    }

    @Test
    void its_private_keys_were_made_inside_and_cannot_be_taken_out() {
        open(token.settings());

        String listed = TestTokens.run(
                "pkcs11-tool",
                "--module",
                token.library().toString(),
                "--slot",
                Long.toString(token.slot()),
                "--login",
                "--pin",
                token.pin(),
                "--list-objects",
                "--type",
                "privkey");
        for (String name : List.of("ca", "seal", "timestamp")) {
            assertThat(listed).contains(id(name));
        }
        assertThat(listed.lines().filter(line -> line.contains("Access:")))
                .hasSize(3)
                .allMatch(line ->
                        line.contains("always sensitive") && line.contains("never extract") && line.contains("local"));
    }

    @Test
    void a_wrong_pin_is_named_and_not_repeated_to_the_reader() {
        Pkcs11Settings wrong = new Pkcs11Settings(token.library(), token.slot(), "not-the-pin", null);

        assertThatThrownBy(() -> open(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alternat.pki.pkcs11.pin")
                .hasMessageContaining("CKR_PIN_INCORRECT")
                .hasMessageNotContaining("not-the-pin");
        assertThat(wrong.toString()).doesNotContain("not-the-pin");
    }

    @Test
    void the_pin_may_stand_in_a_file_of_its_own() throws Exception {
        Path file = Files.writeString(folder.resolve("pin"), token.pin() + "\n");

        ServiceKeys keys = open(new Pkcs11Settings(token.library(), token.slot(), null, file));

        assertThat(keys.current().number()).isEqualTo(1);
        assertThatThrownBy(
                        () -> open(new Pkcs11Settings(token.library(), token.slot(), null, folder.resolve("nowhere"))))
                .hasMessageContaining("alternat.pki.pkcs11.pin-file");
    }

    @Test
    void a_library_that_is_not_there_is_named() {
        assertThatThrownBy(
                        () -> open(new Pkcs11Settings(folder.resolve("libtoken.so"), token.slot(), token.pin(), null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alternat.pki.pkcs11.library")
                .hasMessageContaining("libtoken.so");
    }

    @Test
    void a_library_of_something_else_is_named() throws Exception {
        Path text = Files.writeString(folder.resolve("libtext.so"), "no library at all");

        assertThatThrownBy(() -> open(new Pkcs11Settings(text, token.slot(), token.pin(), null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alternat.pki.pkcs11")
                .hasMessageContaining("libtext.so");
    }

    @Test
    void a_token_that_is_gone_is_named() {
        assertThatThrownBy(() -> open(new Pkcs11Settings(token.library(), 99_999_999L, token.pin(), null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alternat.pki.pkcs11.slot")
                .hasMessageContaining("slot 99999999");
    }

    @Test
    void a_key_that_is_missing_beside_the_others_is_named_and_not_made_anew() {
        open(token.settings());
        for (String type : new String[] {"privkey", "cert"}) {
            TestTokens.run(
                    "pkcs11-tool",
                    "--module",
                    token.library().toString(),
                    "--slot",
                    Long.toString(token.slot()),
                    "--login",
                    "--pin",
                    token.pin(),
                    "--delete-object",
                    "--type",
                    type,
                    "--id",
                    id("seal"));
        }

        assertThatThrownBy(() -> open(token.settings()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alternat.pki.pkcs11")
                .hasMessageContaining("'seal'");
    }

    private static String id(String name) {
        return HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static ServiceKeys open(Pkcs11Settings settings) {
        return ServiceKeys.open(new KeyToken(settings), OPERATOR, 1, new SecureRandom(), Instant.now());
    }
}
