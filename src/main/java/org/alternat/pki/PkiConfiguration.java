package org.alternat.pki;

import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the keys, authorities and signers together from the configuration. */
@Configuration(proxyBeanMethods = false)
class PkiConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PkiConfiguration.class);

    @Bean
    ServiceKeyStore serviceKeyStore(PkiProperties properties, SecureRandom random, Clock clock) {
        ServiceKeyStore store = new ServiceKeyStore(properties.keyDirectory());
        if (!store.exists()) {
            store.create(properties.operator(), properties.country(), random, clock.instant());
            log.info("Made the service's CA, seal key and timestamp authority");
        }
        return store;
    }

    @Bean
    CertificateAuthority certificateAuthority(
            ServiceKeyStore store, PkiProperties properties, SecureRandom random, Clock clock) {
        return new CertificateAuthority(store.read(ServiceKeyStore.CA), properties.oneShotLifetime(), random, clock);
    }

    @Bean
    TimestampAuthority timestampAuthority(
            ServiceKeyStore store, PkiProperties properties, SecureRandom random, Clock clock) {
        if (properties.timestampAuthorities().isEmpty()) {
            return new EmbeddedTimestampAuthority(store.read(ServiceKeyStore.TIMESTAMP), random, clock);
        }
        return new TimestampAuthorities(properties.timestampAuthorities().stream()
                .map(address -> new HttpTimestampAuthority(address, properties.timestampTimeout(), random))
                .toList());
    }

    @Bean
    SignatorySigner signatorySigner(
            CertificateAuthority authority, TimestampAuthority timestamps, SecureRandom random) {
        return new SignatorySigner(authority, timestamps, random);
    }

    @Bean
    ServiceSeal serviceSeal(ServiceKeyStore store, TimestampAuthority timestamps, SecureRandom random) {
        return new ServiceSeal(store.read(ServiceKeyStore.SEAL), timestamps, random);
    }

    @Bean
    TrustAnchors trustAnchors(CertificateAuthority authority, PkiProperties properties) {
        return new TrustAnchors(authority.certificate(), properties.trustAnchors());
    }

    @Bean
    RevocationData revocationData(CertificateAuthority authority, PkiProperties properties) {
        return new RevocationData(authority, properties.timestampTimeout());
    }
}
