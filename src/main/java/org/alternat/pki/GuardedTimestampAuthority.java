package org.alternat.pki;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.alternat.shared.Sha256;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before an outside authority: keeps to its pace, waiting no longer than for an answer, and leaves it alone for a while
 * after several failures in a row. Who is not let through is told why, like any other failure, so that the next one is asked.
 */
final class GuardedTimestampAuthority implements TimestampAuthority {

    private static final Logger log = LoggerFactory.getLogger(GuardedTimestampAuthority.class);

    private final TimestampAuthority authority;
    private final String name;
    private final Duration patience;
    private final @Nullable Pace pace;
    private final CircuitBreaker breaker;

    GuardedTimestampAuthority(TimestampAuthority authority, TimestampSource source, Duration patience) {
        this.authority = authority;
        this.name = source.uri().getHost();
        this.patience = patience;
        this.pace = source.pace() == null ? null : new Pace(source.pace(), source.pacePeriod(), System::nanoTime);
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(
                                source.failures(),
                                source.failures(),
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(source.rest())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        this.breaker
                .getEventPublisher()
                .onStateTransition(event -> log.warn("timestamp authority {}: {}", name, event.getStateTransition()));
    }

    @Override
    public byte[] timestamp(Sha256 imprint) {
        return guarded(() -> authority.timestamp(imprint));
    }

    @Override
    public byte[] timestampOver(byte[] data) {
        return guarded(() -> authority.timestampOver(data));
    }

    private byte[] guarded(Supplier<byte[]> asked) {
        if (!breaker.tryAcquirePermission()) {
            throw notAsked("it failed several times in a row and is left alone for a while");
        }
        if (!keepsPace()) {
            breaker.releasePermission();
            throw notAsked("its pace allows no further request now");
        }
        long from = breaker.getCurrentTimestamp();
        try {
            byte[] token = asked.get();
            breaker.onSuccess(breaker.getCurrentTimestamp() - from, breaker.getTimestampUnit());
            return token;
        } catch (RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - from, breaker.getTimestampUnit(), e);
            log.warn("{}", e.getMessage());
            throw e;
        }
    }

    private boolean keepsPace() {
        long wait = pace == null ? 0 : pace.take(patience);
        if (wait <= 0) {
            return wait == 0;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private TimestampUnavailableException notAsked(String why) {
        return new TimestampUnavailableException(
                TimestampUnavailableException.sentence(name, "not asked, " + why), null);
    }

    @Override
    public List<X509CertificateHolder> certificates() {
        return authority.certificates();
    }

    @Override
    public List<X509CertificateHolder> signersSeen() {
        return authority.signersSeen();
    }
}
