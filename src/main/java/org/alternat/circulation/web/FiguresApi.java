package org.alternat.circulation.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures in the text format that monitoring systems read (Prometheus exposition format 0.0.4), behind an access token. */
@RestController
@Tag(name = "Operation")
class FiguresApi {

    private static final String PATH = "/api/v1/metrics";
    private static final String OURS = "alternat.";

    private final MeterRegistry registry;

    FiguresApi(MeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping(path = PATH, produces = "text/plain;version=0.0.4;charset=utf-8")
    @Operation(summary = "What waits, what has failed, what was given up: numbers for a monitoring system")
    String figures() {
        List<Gauge> gauges = registry.getMeters().stream()
                .filter(Gauge.class::isInstance)
                .map(Gauge.class::cast)
                .filter(gauge -> gauge.getId().getName().startsWith(OURS))
                .sorted(Comparator.comparing(gauge -> gauge.getId().getName()))
                .toList();
        return gauges.stream().map(FiguresApi::lines).collect(Collectors.joining());
    }

    private static String lines(Gauge gauge) {
        String name = gauge.getId().getName().replace('.', '_');
        return "# HELP " + name + " " + gauge.getId().getDescription() + "\n# TYPE " + name + " gauge\n" + name + " "
                + gauge.value() + "\n";
    }

    /** Numbers about all declarations: for those who look after the whole. */
    @Configuration(proxyBeanMethods = false)
    static class Paths {

        @Bean
        Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                figuresPath() {
            return paths -> paths.requestMatchers(PATH).hasAnyRole("ORGANISER", "AUDITOR");
        }
    }
}
