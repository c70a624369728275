package org.alternat.pki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Watches how long the certificates still live that signing, sealing and checking depend on: the newest generation of our own,
 * the trust anchors that are named, and the outside timestamping units seen at work. Retired generations are left out: what
 * they have signed carries its proof with it.
 */
public final class CertificateEnds {

    /** How long before its end a certificate is spoken of. */
    public static final Duration NOTICE = Duration.ofDays(60);

    private static final Logger log = LoggerFactory.getLogger(CertificateEnds.class);

    private final ServiceKeys keys;
    private final List<X509CertificateHolder> anchors;
    private final TimestampAuthority timestamps;
    private final Clock clock;

    CertificateEnds(
            ServiceKeys keys, List<X509CertificateHolder> namedAnchors, TimestampAuthority timestamps, Clock clock) {
        this.keys = keys;
        this.anchors = List.copyOf(namedAnchors);
        this.timestamps = timestamps;
        this.clock = clock;
    }

    /**
     * A certificate that ends within {@link #NOTICE}, or has ended.
     *
     * @param use what stops with it
     * @param name the subject's common name
     */
    public record End(Use use, String name, Instant at, boolean ended) {}

    /** What a certificate is needed for. */
    public enum Use {
        AUTHORITY,
        SEAL,
        TIMESTAMP,
        ANCHOR
    }

    /** Those that end soon, the next one first. */
    public List<End> soon() {
        Instant now = clock.instant();
        List<End> found = new ArrayList<>();
        add(found, Use.AUTHORITY, keys.current().authority().certificate(), now);
        add(found, Use.SEAL, keys.current().seal().certificate(), now);
        // The embedded authority knows its certificates beforehand; outside ones are known once they have signed.
        if (!timestamps.certificates().isEmpty()) {
            add(found, Use.TIMESTAMP, keys.current().timestamp().certificate(), now);
        }
        timestamps.signersSeen().forEach(unit -> add(found, Use.TIMESTAMP, unit, now));
        anchors.forEach(anchor -> add(found, Use.ANCHOR, anchor, now));
        found.sort(Comparator.comparing(End::at));
        return found;
    }

    /** Says in the log what ends soon, at the start and every day. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.DAYS)
    void tell() {
        soon().forEach(end -> log.warn(
                "the certificate of {} ({}) {} {}",
                end.name(),
                end.use(),
                end.ended() ? "has ended on" : "ends on",
                end.at()));
    }

    private static void add(List<End> found, Use use, X509CertificateHolder certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isBefore(now.plus(NOTICE))) {
            String name = CertificateNames.attribute(certificate, BCStyle.CN)
                    .orElse(certificate.getSubject().toString());
            found.add(new End(use, name, end, end.isBefore(now)));
        }
    }
}
