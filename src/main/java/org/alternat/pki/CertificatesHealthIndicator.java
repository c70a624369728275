package org.alternat.pki;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Tells which certificates end soon. A node is up all the same: a restart would not make them last longer. */
final class CertificatesHealthIndicator extends AbstractHealthIndicator {

    private final CertificateEnds ends;

    CertificatesHealthIndicator(CertificateEnds ends) {
        super("The certificates cannot be read");
        this.ends = ends;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> soon = ends.soon().stream()
                .map(end -> end.use() + " " + end.name() + " " + end.at())
                .toList();
        health.up().withDetail("ending", soon);
    }
}
