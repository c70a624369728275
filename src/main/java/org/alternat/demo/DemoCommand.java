package org.alternat.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@code --demo}: starts the service on a free port with a fresh home under {@code data/demo}, lets the {@link Demo} happen,
 * and ends. It exists on the embedded default only: simulated people have no business in a real database or mail server.
 */
public final class DemoCommand {

    private static final String OPTION = "--demo";

    private DemoCommand() {}

    public static boolean isAsked(String[] arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /**
     * Runs the demo.
     *
     * @return the exit code: 0 when the declaration was signed by all, sealed and archived
     */
    public static int run(SpringApplication application, String[] arguments) {
        Path home = freshHome(Path.of("data", "demo"));
        ApplicationListener<ApplicationEnvironmentPreparedEvent> onlyEmbedded =
                event -> refuseUnlessEmbedded(event.getEnvironment());
        application.addListeners(onlyEmbedded);
        Demo.Outcome outcome;
        try (ConfigurableApplicationContext context = application.run(settings(arguments, home))) {
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            outcome = new Demo(URI.create("http://localhost:" + port), home, context.getBean(Clock.class), System.out)
                    .run();
        }
        outcome.print(System.out);
        return 0;
    }

    /** The first number under the folder that no earlier demo took. */
    private static Path freshHome(Path demos) {
        int number = 1;
        while (Files.exists(demos.resolve(Integer.toString(number)))) {
            number++;
        }
        return demos.resolve(Integer.toString(number));
    }

    private static String[] settings(String[] arguments, Path home) {
        List<String> own = List.of(
                "--alternat.home=./" + home,
                "--server.port=0",
                "--alternat.base-url=",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--logging.level.org.alternat=warn");
        return Stream.concat(Arrays.stream(arguments).filter(argument -> !argument.equals(OPTION)), own.stream())
                .toArray(String[]::new);
    }

    private static void refuseUnlessEmbedded(ConfigurableEnvironment environment) {
        boolean embedded = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:")
                && environment.getProperty("spring.mail.host", "").isBlank();
        if (!embedded) {
            throw new IllegalStateException(
                    "--demo runs on the embedded default only: unset spring.datasource.url and spring.mail.host");
        }
    }
}
