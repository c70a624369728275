package org.alternat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.alternat.testing.Browser;
import org.alternat.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a random port, a clock to move, and people who log in: everybody gets an account of their own. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:staff;DB_CLOSE_DELAY=-1",
            "spring.servlet.multipart.max-file-size=1KB",
            "spring.servlet.multipart.max-request-size=2KB"
        })
@Import({StaffTime.class, ProbeController.class, ProbePaths.class})
abstract class StaffFixture {

    static final String PASSWORD = "une phrase assez longue";

    /** One for all classes: they share the running service. */
    static final Path HOME = newHome();

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("alternat.home", HOME::toString);
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target"), "staff-home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    StaffInvitations invitations;

    @Autowired
    StaffAccounts accounts;

    @BeforeEach
    void an_hour_later() {
        clock.forward(Duration.ofHours(1));
    }

    Browser browser() {
        return new Browser(port, "fr");
    }

    /** An organiser, archivist and auditor, logged in. */
    Person somebody(String email) {
        Browser browser = browser();
        String path = invitations.offerFirst().getPath();
        Authenticator phone = Authenticator.reading(browser.get(path).body());
        HttpResponse<String> answer = setUp(browser, path, email, phone.code(clock));
        assertThat(answer.statusCode()).isEqualTo(302);
        clock.forward(Duration.ofMinutes(2));
        return new Person(email, browser, phone);
    }

    HttpResponse<String> setUp(Browser browser, String path, String email, String code) {
        return browser.post(
                path, "name", "Zoë D’Hondt", "email", email, "locale", "nl-BE", "password", PASSWORD, "code", code);
    }

    HttpResponse<String> logIn(Browser browser, String email, String password, String code) {
        browser.get("/login");
        return browser.post("/login", "email", email, "password", password, "code", code);
    }

    record Person(String email, Browser browser, Authenticator phone) {}
}
