package org.alternat.pki;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A whole service PKI in a folder of the test's own, made by the real code on the spot: nothing expires, nothing is committed. */
public final class TestPki {

    private static final ServiceKeys.Operator OPERATOR = new ServiceKeys.Operator("Alternat test", "FR");

    private final SecureRandom random = new SecureRandom();
    private final ServiceKeys keys;
    private final Clock clock;

    public TestPki(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public TestPki(Path folder, Clock clock) {
        this(new KeyFile(folder, new SecureRandom()), 1, clock);
    }

    private TestPki(KeyStorage storage, int generation, Clock clock) {
        this.clock = clock;
        this.keys = ServiceKeys.open(storage, OPERATOR, generation, random, clock.instant());
    }

    /** The same for keys that live in a token. */
    public static TestPki inToken(TestTokens.Token token) {
        return new TestPki(new KeyToken(token.settings()), 1, Clock.systemUTC());
    }

    /** The folder's keys after a new generation was asked for. */
    public static TestPki inGeneration(int generation, Path folder) {
        return new TestPki(new KeyFile(folder, new SecureRandom()), generation, Clock.systemUTC());
    }

    public CertificateAuthority authority() {
        return authorities().current();
    }

    public ServiceAuthorities authorities() {
        return new ServiceAuthorities(keys.all().stream()
                .map(generation ->
                        new CertificateAuthority(generation.authority(), Duration.ofMinutes(10), random, clock))
                .toList());
    }

    public TimestampAuthority timestamps() {
        return new EmbeddedTimestampAuthority(keys.current().timestamp(), random, clock);
    }

    public SignatorySigner signatorySigner() {
        return new SignatorySigner(authority(), timestamps(), random);
    }

    public ServiceSeal seal() {
        return new ServiceSeal(keys.current().seal(), timestamps());
    }

    public RevocationData revocationData() {
        return new RevocationData(authorities(), Duration.ofSeconds(5));
    }

    public TrustAnchors anchors() {
        return new TrustAnchors(authorities().certificates(), List.of());
    }
}
