package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of the test vectors. */
    TotpSecret secret = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "20000000000,353130"})
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.step(secret, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"-31,false", "-1,true", "0,true", "59,true", "60,false"})
    void a_code_is_good_one_step_around_its_own(long offset, boolean good) {
        long start = 1_111_111_110L;
        String code = Totp.code(secret, Instant.ofEpochSecond(start));

        assertThat(Totp.step(secret, code, Instant.ofEpochSecond(start + offset))
                        .isPresent())
                .isEqualTo(good);
    }

    @Test
    void the_key_is_written_for_typing_and_for_applications() {
        assertThat(secret.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(secret.uri("Alternat", "zoë@example.org"))
                .isEqualTo("otpauth://totp/Alternat:zo%C3%AB%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Alternat");
        assertThat(secret).hasToString("TotpSecret[***]");
    }
}
