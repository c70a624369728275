package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no browser sends: the answer is short, ours, and tells nothing of how the service is built. */
class MalformedRequestsTest extends StaffFixture {

    private static final String HOST = "\r\nHost: localhost\r\nAccept-Language: nl\r\n\r\n";

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("no request line", "nonsense\r\n\r\n"),
                Arguments.of("a path with a space", "GET /a b c HTTP/1.1" + HOST),
                Arguments.of("an unknown protocol", "GET / HTTP/9.7" + HOST),
                Arguments.of("a method that is none", "G(T / HTTP/1.1" + HOST),
                Arguments.of("half an escape", "GET /verify%4 HTTP/1.1" + HOST),
                Arguments.of("an escape that is none", "GET /verify%zz HTTP/1.1" + HOST),
                Arguments.of("a null byte", "GET /verify%00 HTTP/1.1" + HOST),
                Arguments.of("bytes that are no UTF-8", "GET /verify%ff%fe HTTP/1.1" + HOST),
                Arguments.of("a way out of the house", "GET /../../etc/passwd HTTP/1.1" + HOST),
                Arguments.of("a backslash", "GET /verify%5c HTTP/1.1" + HOST),
                Arguments.of(
                        "an overlong head",
                        "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"),
                Arguments.of("an overlong path", "GET /" + "x".repeat(20_000) + " HTTP/1.1" + HOST),
                Arguments.of("no host", "GET / HTTP/1.1\r\n\r\n"),
                Arguments.of("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: example.org\r\n\r\n"),
                Arguments.of("a host that is none", "GET / HTTP/1.1\r\nHost: local host/<b>\r\n\r\n"),
                Arguments.of("a header without a name", "GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n"),
                Arguments.of(
                        "two lengths",
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void a_malformed_request_is_refused_and_learns_nothing(String what, String request) throws IOException {
        String answer = answer(request);

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404|414|431|501|505) .*");
        assertThat(answer)
                .doesNotContainIgnoringCase("tomcat", "apache", "exception", "http status", "java")
                .doesNotContain("<b>", "\nServer:");
    }

    @Test
    void it_is_told_in_a_page_of_ours_in_the_caller_s_language() throws IOException {
        assertThat(answer("GET /verify%zz HTTP/1.1" + HOST))
                .contains("<html lang=\"nl\">", "<h1>Onbegrijpelijk verzoek</h1>", "Terug naar de startpagina")
                .contains("Content-Security-Policy: ", "Cache-Control: no-store");
    }

    /** Until the service hangs up, as it does after a request that it cannot read. */
    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
