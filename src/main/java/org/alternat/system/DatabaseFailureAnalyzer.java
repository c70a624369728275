package org.alternat.system;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** A database that does not answer at start is told as what it is, by the setting that leads to it. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return new FailureAnalysis(
                "spring.datasource.url: the database at " + environment.getProperty("spring.datasource.url")
                        + " cannot be used: " + cause.getMessage(),
                "Check spring.datasource.url, spring.datasource.username and spring.datasource.password, and that no"
                        + " other process uses the same embedded database.",
                cause);
    }
}
