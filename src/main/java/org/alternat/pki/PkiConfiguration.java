package org.alternat.pki;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the keys, authorities and signers together from the configuration. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PkiConfiguration {

    @Bean
    ServiceKeys serviceKeys(PkiProperties properties, Environment environment, SecureRandom random, Clock clock) {
        return ServiceKeys.open(
                storage(properties, environment.matchesProfiles("production"), random),
                new ServiceKeys.Operator(properties.operator(), properties.country(), baseUrl(environment)),
                properties.generation(),
                random,
                clock.instant());
    }

    /** Empty is as good as not set, here as for the links in letters. */
    private static @Nullable String baseUrl(Environment environment) {
        String base = environment.getProperty(AccessPoints.SETTING);
        return base == null || base.isBlank() ? null : base;
    }

    private static KeyStorage storage(PkiProperties properties, boolean inProduction, SecureRandom random) {
        if (properties.pkcs11() != null) {
            return new KeyToken(properties.pkcs11());
        }
        if (inProduction) {
            throw new IllegalStateException(Pkcs11Settings.SETTING
                    + ".library: in production the keys live in a token, not in a file; name the library of yours");
        }
        return new KeyFile(properties.keyDirectory(), random);
    }

    @Bean
    ServiceAuthorities serviceAuthorities(
            ServiceKeys keys, PkiProperties properties, SecureRandom random, Clock clock) {
        return new ServiceAuthorities(keys.all().stream()
                .map(generation -> new CertificateAuthority(
                        generation, Revoked.of(properties.revoked()), properties.oneShotLifetime(), random, clock))
                .toList());
    }

    @Bean
    TimestampAuthority timestampAuthority(
            ServiceKeys keys, PkiProperties properties, SecureRandom random, Clock clock) {
        if (properties.timestampAuthorities().isEmpty()) {
            return new EmbeddedTimestampAuthority(keys.current().timestamp(), random, clock);
        }
        return new TimestampAuthorities(properties.timestampAuthorities().stream()
                .map(source -> outside(source, properties.timestampTimeout(), random))
                .toList());
    }

    static TimestampAuthority outside(TimestampSource source, Duration byDefault, SecureRandom random) {
        Duration timeout = source.timeout() == null ? byDefault : source.timeout();
        return new GuardedTimestampAuthority(
                new HttpTimestampAuthority(source.uri(), timeout, source.digest(), random), source, timeout);
    }

    @Bean
    SignatorySigner signatorySigner(
            ServiceAuthorities authorities,
            PkiProperties properties,
            TimestampAuthority timestamps,
            SecureRandom random) {
        return new SignatorySigner(authorities.current(), properties.oneShotAlgorithm(), timestamps, random);
    }

    @Bean
    ServiceSeal serviceSeal(ServiceKeys keys, TimestampAuthority timestamps, ObjectProvider<RemoteSigner> provider) {
        RemoteSigner remote = provider.getIfAvailable();
        return remote == null ? ServiceSeal.by(keys.current().seal(), timestamps) : ServiceSeal.by(remote);
    }

    @Bean
    TrustAnchors trustAnchors(ServiceAuthorities authorities, PkiProperties properties) {
        return new TrustAnchors(authorities.certificates(), properties.trustAnchors());
    }

    @Bean
    SignatureRules signatureRules(PkiProperties properties) {
        return new SignatureRules(properties.minimumRsaBits());
    }

    @Bean
    PublishedAnswers publishedAnswers(ServiceAuthorities authorities, Clock clock) {
        return new PublishedAnswers(authorities, clock);
    }

    @Bean
    CertificateEnds certificateEnds(
            ServiceKeys keys, TrustAnchors anchors, TimestampAuthority timestamps, Clock clock) {
        return new CertificateEnds(keys, anchors.named(), timestamps, clock);
    }

    @Bean
    CertificatesHealthIndicator certificatesHealthIndicator(CertificateEnds ends) {
        return new CertificatesHealthIndicator(ends);
    }

    @Bean
    RevocationData revocationData(
            ServiceAuthorities authorities, TrustAnchors anchors, PkiProperties properties, Clock clock) {
        return new RevocationData(authorities, anchors, properties.timestampTimeout(), clock);
    }
}
