package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.alternat.shared.Sha256;
import org.alternat.story.Service;
import org.alternat.story.TestTimestampAuthority;
import org.alternat.story.TestTimestampAuthority.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Timestamps from outside, over real HTTP: the first of the list that gives a valid one serves, and every failure has a cause. */
class TimestampAuthoritiesTest {

    private static final byte[] SIGNATURE_VALUE = "the value of a signature".getBytes(StandardCharsets.UTF_8);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final TestTimestampAuthority first = new TestTimestampAuthority();
    private final TestTimestampAuthority second = new TestTimestampAuthority();

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void the_first_one_serves_while_it_answers() throws Exception {
        byte[] token = inOrder(source(first), source(second)).timestamp(Sha256.of(SIGNATURE_VALUE));

        TimestampToken.parse(token).verify(Sha256.of(SIGNATURE_VALUE));
        assertThat(first.timesAsked()).isEqualTo(1);
        assertThat(second.timesAsked()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWERS")
    void the_second_one_serves_when_the_first_does_not(Mood mood) throws Exception {
        first.mood(mood);
        TimestampSource impatient = new TimestampSource(
                first.address(),
                Duration.ofMillis(400),
                TimestampDigest.SHA_256,
                null,
                Duration.ofMinutes(1),
                3,
                TIMEOUT);

        byte[] token = inOrder(impatient, source(second)).timestampOver(SIGNATURE_VALUE);

        TimestampToken.parse(token).verifyOver(SIGNATURE_VALUE);
        assertThat(first.timesAsked()).isEqualTo(1);
        assertThat(second.timesAsked()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HOLDS                  | no answer within 400 ms
                    DRIPS                  | no answer within 400 ms
                    FAILS                  | HTTP status 503
                    FLOODS                 | the answer is longer than 65536 bytes
                    REJECTS                | rejection, badAlg, we do not like your digest
                    ANSWERS_SOMETHING_ELSE | response for different message imprint digest.
                    """)
    void the_cause_says_which_authority_failed_and_why(Mood mood, String cause) {
        first.mood(mood);
        TimestampSource impatient = new TimestampSource(
                first.address(),
                Duration.ofMillis(400),
                TimestampDigest.SHA_256,
                null,
                Duration.ofMinutes(1),
                3,
                TIMEOUT);

        assertThatThrownBy(() -> inOrder(impatient).timestampOver(SIGNATURE_VALUE))
                .isInstanceOf(TimestampUnavailableException.class)
                .extracting(failure -> TimestampUnavailableException.causes(failure.getMessage()))
                .asString()
                .contains("localhost: " + cause);
    }

    @Test
    void an_authority_that_is_down_is_named_beside_the_others() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/tsa");
        }
        second.mood(Mood.REJECTS);

        assertThatThrownBy(() -> inOrder(TimestampSource.valueOf(nobody.toString()), source(second))
                        .timestampOver(SIGNATURE_VALUE))
                .hasMessageContaining(
                        "timestamp authority 127.0.0.1: no connection; timestamp authority localhost: rejection");
    }

    @ParameterizedTest
    @EnumSource(TimestampDigest.class)
    void each_authority_gets_the_digest_it_takes(TimestampDigest digest) throws Exception {
        TimestampAuthority authority = inOrder(new TimestampSource(
                first.address(), null, digest, null, Duration.ofMinutes(1), 3, Duration.ofSeconds(30)));

        TimestampToken token = TimestampToken.parse(authority.timestampOver(SIGNATURE_VALUE));

        token.verify(digest, digest.of(SIGNATURE_VALUE));
        token.verifyOver(SIGNATURE_VALUE);
        assertThatThrownBy(() -> token.verifyOver(new byte[] {1})).hasMessageContaining("other data");
    }

    @Test
    void a_burst_beyond_the_pace_goes_to_the_next_one() {
        TimestampAuthority both = inOrder(paced(2, Duration.ofMinutes(20)), source(second));

        for (int signature = 0; signature < 5; signature++) {
            both.timestampOver(SIGNATURE_VALUE);
        }

        assertThat(first.timesAsked()).isEqualTo(2);
        assertThat(second.timesAsked()).isEqualTo(3);
    }

    @Test
    void a_place_that_is_free_soon_is_waited_for() {
        TimestampAuthority one = inOrder(paced(1, Duration.ofMillis(300)));
        long from = System.nanoTime();

        one.timestampOver(SIGNATURE_VALUE);
        one.timestampOver(SIGNATURE_VALUE);

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(first.timesAsked()).isEqualTo(2);
    }

    @Test
    void one_that_keeps_failing_is_left_alone_and_asked_again_after_its_rest() throws Exception {
        first.mood(Mood.FAILS);
        TimestampAuthority both = inOrder(
                new TimestampSource(
                        first.address(),
                        null,
                        TimestampDigest.SHA_256,
                        null,
                        Duration.ofMinutes(1),
                        2,
                        Duration.ofMillis(500)),
                source(second));
        both.timestampOver(SIGNATURE_VALUE);
        both.timestampOver(SIGNATURE_VALUE);
        int askedBeforeItsRest = first.timesAsked();
        both.timestampOver(SIGNATURE_VALUE);

        assertThat(askedBeforeItsRest).isEqualTo(2);
        assertThat(first.timesAsked()).isEqualTo(2);
        assertThat(second.timesAsked()).isEqualTo(3);

        first.mood(Mood.ANSWERS);
        Service.await("the first one serves again", 10, () -> {
            int before = second.timesAsked();
            both.timestampOver(SIGNATURE_VALUE);
            return second.timesAsked() == before;
        });
        int after = second.timesAsked();
        both.timestampOver(SIGNATURE_VALUE);
        assertThat(second.timesAsked()).isEqualTo(after);
    }

    @Test
    void the_unit_that_signed_is_remembered() {
        TimestampAuthority authority = inOrder(source(first));

        assertThat(authority.signersSeen()).isEmpty();
        authority.timestampOver(SIGNATURE_VALUE);
        assertThat(authority.signersSeen())
                .extracting(certificate -> certificate.getSubject().toString())
                .containsExactly("C=BE,O=Test Timestamps,CN=Test Timestamp Unit");
    }

    private TimestampSource paced(int pace, Duration period) {
        return new TimestampSource(
                first.address(), Duration.ofSeconds(2), TimestampDigest.SHA_256, pace, period, 3, TIMEOUT);
    }

    private static TimestampSource source(TestTimestampAuthority authority) {
        return TimestampSource.valueOf(authority.address().toString());
    }

    private static TimestampAuthority inOrder(TimestampSource... sources) {
        List<TimestampAuthority> outside = Arrays.stream(sources)
                .map(source -> PkiConfiguration.outside(source, TIMEOUT, new SecureRandom()))
                .toList();
        return new TimestampAuthorities(outside);
    }
}
