package org.alternat.pki;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A whole service PKI in a folder of the test's own, made by the real code on the spot: nothing expires, nothing is committed. */
public final class TestPki {

    private final SecureRandom random = new SecureRandom();
    private final ServiceKeyStore store;
    private final Clock clock;

    public TestPki(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public TestPki(Path folder, Clock clock) {
        this.clock = clock;
        this.store = new ServiceKeyStore(folder);
        if (!store.exists()) {
            store.create("Alternat test", "FR", random, clock.instant());
        }
    }

    public CertificateAuthority authority() {
        return new CertificateAuthority(store.read(ServiceKeyStore.CA), Duration.ofMinutes(10), random, clock);
    }

    public TimestampAuthority timestamps() {
        return new EmbeddedTimestampAuthority(store.read(ServiceKeyStore.TIMESTAMP), random, clock);
    }

    public SignatorySigner signatorySigner() {
        return new SignatorySigner(authority(), timestamps(), random);
    }

    public ServiceSeal seal() {
        return new ServiceSeal(store.read(ServiceKeyStore.SEAL), timestamps(), random);
    }

    public TrustAnchors anchors() {
        return new TrustAnchors(authority().certificate(), List.of());
    }
}
