package org.alternat.pki;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** A whole service PKI in a folder of the test's own, made by the real code on the spot: nothing expires, nothing is committed. */
public final class TestPki {

    private static final ServiceKeys.Operator OPERATOR = new ServiceKeys.Operator("Alternat test", "FR");

    private final SecureRandom random = new SecureRandom();
    private final ServiceKeys keys;
    private final Clock clock;
    private final List<X509CertificateHolder> named = new ArrayList<>();

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

    /** What a caller gets while no authority answers. */
    public static TimestampUnavailableException unavailable(String host, String why) {
        return new TimestampUnavailableException(TimestampUnavailableException.sentence(host, why), null);
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
        return ServiceSeal.by(keys.current().seal(), timestamps());
    }

    public RevocationData revocationData() {
        return new RevocationData(authorities(), Duration.ofSeconds(5));
    }

    /** Believes somebody else's CA as well, as alternat.pki.trust-anchors does. */
    public TestPki trusting(X509CertificateHolder root) {
        named.add(root);
        return this;
    }

    public TrustAnchors anchors() {
        List<X509CertificateHolder> all = new ArrayList<>(authorities().certificates());
        all.addAll(named);
        return new TrustAnchors(all, List.of());
    }
}
