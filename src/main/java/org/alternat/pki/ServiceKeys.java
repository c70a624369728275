package org.alternat.pki;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alternat.pki.CertificateProfiles.Issuer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every generation of the service's keys: CA, seal and timestamping unit. The first is made on first start; one more is made
 * when {@code alternat.pki.generation} asks for it, and none is ever removed, because chains and archives rest on it. A
 * storage that has some of a generation's keys and lacks others stops the start rather than be filled up.
 */
final class ServiceKeys {

    private static final Logger log = LoggerFactory.getLogger(ServiceKeys.class);

    private static final String CA = "ca";
    private static final String SEAL = "seal";
    private static final String TIMESTAMP = "timestamp";

    private static final List<String> KEYS = List.of(CA, SEAL, TIMESTAMP);

    private final List<KeyGeneration> generations;

    private ServiceKeys(List<KeyGeneration> generations) {
        this.generations = List.copyOf(generations);
    }

    /**
     * Reads what there is and makes what is asked for.
     *
     * @param generation the number that shall sign at least; 1 on first start
     */
    static ServiceKeys open(KeyStorage storage, Operator operator, int generation, SecureRandom random, Instant now) {
        int newest = newest(storage);
        if (generation > newest + 1) {
            throw new IllegalStateException("alternat.pki.generation: the newest generation of keys is number " + newest
                    + ", so the next one is number " + (newest + 1));
        }
        if (generation > newest) {
            storage.keep(made(storage, operator, generation, random, now));
            log.info("Made generation {} of the service's CA, seal key and timestamping unit", generation);
        }
        List<KeyGeneration> all = new ArrayList<>();
        for (int number = 1; number <= Math.max(newest, generation); number++) {
            all.add(read(storage, number));
        }
        return new ServiceKeys(all);
    }

    /** The one that signs. */
    KeyGeneration current() {
        return generations.get(generations.size() - 1);
    }

    /** All of them, the oldest first. */
    List<KeyGeneration> all() {
        return generations;
    }

    /**
     * Whom the certificates name.
     *
     * @param publicAddress where strangers reach this installation; nothing is said of it in certificates when it is unknown
     */
    record Operator(String name, String country, @Nullable String publicAddress) {}

    private static int newest(KeyStorage storage) {
        Set<String> names = storage.names();
        int next = 1;
        while (hasAny(names, next)) {
            next++;
        }
        return next - 1;
    }

    private static boolean hasAny(Set<String> names, int number) {
        return KEYS.stream().anyMatch(key -> names.contains(name(key, number)));
    }

    /** The first generation's names bear no number: they were given before there was a second. */
    private static String name(String key, int number) {
        return number == 1 ? key : key + "-" + number;
    }

    private static KeyGeneration read(KeyStorage storage, int number) {
        Set<String> names = storage.names();
        for (String key : KEYS) {
            if (!names.contains(name(key, number))) {
                throw new IllegalStateException(storage.setting() + ": there is no key '" + name(key, number)
                        + "' beside the others of its generation");
            }
        }
        X509CertificateHolder root = storage.certificate(name(CA, number));
        return new KeyGeneration(
                number,
                new ServiceKey(storage.signers(name(CA, number)), List.of(root)),
                leaf(storage, name(SEAL, number), root),
                leaf(storage, name(TIMESTAMP, number), root));
    }

    private static ServiceKey leaf(KeyStorage storage, String name, X509CertificateHolder root) {
        return new ServiceKey(storage.signers(name), List.of(storage.certificate(name), root));
    }

    private static List<KeyStorage.Entry> made(
            KeyStorage storage, Operator operator, int number, SecureRandom random, Instant now) {
        CertificateProfiles profiles = new CertificateProfiles(random);
        AccessPoints access =
                operator.publicAddress() == null ? null : new AccessPoints(operator.publicAddress(), number);
        Instant from = now.minus(1, ChronoUnit.HOURS);
        KeyStorage.FreshKey ca = storage.newKey();
        X509CertificateHolder root = profiles.root(
                subject(operator, "declaration CA", number),
                ca.publicKey(),
                ca.signer(),
                from,
                now.plus(30 * 365, ChronoUnit.DAYS));
        KeyStorage.FreshKey seal = storage.newKey();
        KeyStorage.FreshKey timestamp = storage.newKey();
        return List.of(
                new KeyStorage.Entry(name(CA, number), ca, root),
                new KeyStorage.Entry(
                        name(SEAL, number),
                        seal,
                        profiles.seal(
                                new Issuer(root, ca.signer()),
                                access,
                                subject(operator, "seal", number),
                                seal.publicKey(),
                                from,
                                now.plus(5 * 365, ChronoUnit.DAYS))),
                new KeyStorage.Entry(
                        name(TIMESTAMP, number),
                        timestamp,
                        profiles.timestamp(
                                new Issuer(root, ca.signer()),
                                access,
                                subject(operator, "timestamping unit", number),
                                timestamp.publicKey(),
                                from,
                                now.plus(15 * 365, ChronoUnit.DAYS))));
    }

    /** Every generation's authority has a name of its own: lists and answers of two authorities cannot be mixed up. */
    private static X500Name subject(Operator operator, String role, int number) {
        String suffix = number == 1 ? "" : " " + number;
        return CertificateProfiles.serviceName(
                operator.name(), operator.country(), operator.name() + " " + role + suffix);
    }
}
