package org.alternat.pki;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** A whole service PKI in a folder of the test's own, made by the real code on the spot: nothing expires, nothing is committed. */
public final class TestPki {

    /** Where our certificates say that strangers may ask; nobody listens there, so whoever did ask would fail. */
    public static final String NOWHERE = "http://127.0.0.1:9";

    private static final ServiceKeys.Operator OPERATOR = new ServiceKeys.Operator("Alternat test", "FR", NOWHERE);

    private final SecureRandom random = new SecureRandom();
    private final ServiceKeys keys;
    private final Clock clock;
    private Revoked revoked = new Revoked(Map.of());
    private OneShotAlgorithm algorithm = OneShotAlgorithm.P_256;
    private final List<X509CertificateHolder> named = new ArrayList<>();

    public TestPki(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public TestPki(Path folder, Clock clock) {
        this(new KeyFile(folder, new SecureRandom()), 1, clock);
    }

    private TestPki(KeyStorage storage, int generation, Clock clock) {
        this(storage, OPERATOR, generation, clock);
    }

    private TestPki(KeyStorage storage, ServiceKeys.Operator operator, int generation, Clock clock) {
        this.clock = clock;
        this.keys = ServiceKeys.open(storage, operator, generation, random, clock.instant());
    }

    /** An installation that is reached at this address. */
    static TestPki at(String address, int generation, Path folder) {
        return new TestPki(
                new KeyFile(folder, new SecureRandom()),
                new ServiceKeys.Operator("Alternat test", "FR", address),
                generation,
                Clock.systemUTC());
    }

    /** The same for keys that live in a token. */
    public static TestPki inToken(TestTokens.Token token) {
        return new TestPki(new KeyToken(token.settings()), 1, Clock.systemUTC());
    }

    /** The folder's keys after a new generation was asked for. */
    public static TestPki inGeneration(int generation, Path folder) {
        return new TestPki(new KeyFile(folder, new SecureRandom()), generation, Clock.systemUTC());
    }

    static TestPki inGeneration(int generation, Path folder, Clock clock) {
        return new TestPki(new KeyFile(folder, new SecureRandom()), generation, clock);
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
                .map(generation -> new CertificateAuthority(generation, revoked, Duration.ofMinutes(10), random, clock))
                .toList());
    }

    public TimestampAuthority timestamps() {
        return new EmbeddedTimestampAuthority(keys.current().timestamp(), random, clock);
    }

    public SignatorySigner signatorySigner() {
        return new SignatorySigner(authority(), algorithm, timestamps(), random);
    }

    public ServiceSeal seal() {
        return seal(timestamps());
    }

    public ServiceSeal seal(TimestampAuthority timestampsOfTest) {
        return ServiceSeal.by(keys.current().seal(), timestampsOfTest);
    }

    public RevocationData revocationData() {
        return new RevocationData(authorities(), anchors(), Duration.ofSeconds(5), clock);
    }

    /** Signatories get RSA keys, as alternat.pki.one-shot-algorithm may say. */
    public TestPki withRsa() {
        algorithm = OneShotAlgorithm.RSA_3072;
        return this;
    }

    TestPki revoking(Map<String, Instant> settings) {
        revoked = Revoked.of(settings);
        return this;
    }

    X509CertificateHolder sealCertificate() {
        return keys.current().seal().certificate();
    }

    public CertificateEnds ends() {
        return ends(List.of(), timestamps());
    }

    public CertificateEnds ends(List<X509CertificateHolder> anchors, TimestampAuthority timestampsOfTest) {
        return new CertificateEnds(keys, anchors, timestampsOfTest, clock);
    }

    /** Believes somebody else's CA as well, as alternat.pki.trust-anchors does. */
    public TestPki trusting(X509CertificateHolder root) {
        named.add(root);
        return this;
    }

    public TrustAnchors anchors() {
        return new TrustAnchors(
                authorities().certificates(), named.stream().map(TestPki::file).toList());
    }

    private static Resource file(X509CertificateHolder certificate) {
        try {
            return new ByteArrayResource(certificate.getEncoded());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
