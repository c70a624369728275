package org.alternat.sealing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.alternat.declaration.Notice;
import org.alternat.declaration.ServiceNotices;
import org.alternat.pki.CertificateEnds;
import org.springframework.stereotype.Component;

/** Tells organisers, in time, that a certificate ends without which nothing is signed or sealed any more. */
@Component
class CertificateNotices implements ServiceNotices {

    private final CertificateEnds ends;
    private final Clock clock;

    CertificateNotices(CertificateEnds ends, Clock clock) {
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    public List<Notice> now() {
        return ends.soon().stream().map(this::notice).toList();
    }

    private Notice notice(CertificateEnds.End end) {
        String use = end.use().name().toLowerCase(Locale.ROOT);
        long days = Duration.between(clock.instant(), end.at()).toDays();
        return new Notice(
                end.ended() ? Notice.Severity.PROBLEM : Notice.Severity.WARNING,
                end.ended() ? "sealing.certificate.ended" : "sealing.certificate." + use,
                List.of(end.name(), Long.toString(days)),
                null,
                null);
    }
}
