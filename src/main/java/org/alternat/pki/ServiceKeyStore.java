package org.alternat.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/**
 * The service's keys in a PKCS#12 file (RFC 7292) under {@code alternat.pki.key-directory}: CA, seal and timestamping
 * unit, made on first start with a random password that stands beside it. Both files have mode 600. A store that is
 * there but cannot be read stops the start: a new one would silently orphan every chain that the old one signed.
 */
final class ServiceKeyStore {

    static final String CA = "ca";
    static final String SEAL = "seal";
    static final String TIMESTAMP = "timestamp";

    private static final String SETTING = "alternat.pki.key-directory";

    private final Path file;
    private final Path passwordFile;
    private @Nullable KeyStore opened;

    ServiceKeyStore(Path directory) {
        this.file = directory.resolve("service.p12");
        this.passwordFile = directory.resolve("service.password");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Makes the three keys and writes them at once: a crash in between leaves no half-made store. */
    void create(String operator, String country, SecureRandom random, Instant now) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] secret = new byte[24];
            random.nextBytes(secret);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            fill(store, password.toCharArray(), operator, country, random, now);
            write(passwordFile, password.getBytes(StandardCharsets.US_ASCII));
            Path fresh = file.resolveSibling("service.p12.new");
            write(fresh, new byte[0]);
            try (OutputStream out = Files.newOutputStream(fresh)) {
                store.store(out, password.toCharArray());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(SETTING + ": the key store " + file + " cannot be made", e);
        }
    }

    ServiceKey read(String alias) {
        try {
            char[] password = Files.readString(passwordFile).strip().toCharArray();
            KeyStore store = opened(password);
            PrivateKey key = (PrivateKey) store.getKey(alias, password);
            Certificate[] certificates = store.getCertificateChain(alias);
            if (key == null || certificates == null) {
                throw new IllegalStateException(SETTING + ": the key store " + file + " has no key '" + alias + "'");
            }
            List<X509CertificateHolder> chain = new ArrayList<>();
            for (Certificate certificate : certificates) {
                chain.add(new X509CertificateHolder(certificate.getEncoded()));
            }
            return ServiceKey.of(key, chain);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    SETTING + ": the key store " + file + " cannot be read with the password in " + passwordFile, e);
        }
    }

    /** Opened once: the thousands of rounds that stand before every opening are a part of the start that is felt. */
    private synchronized KeyStore opened(char[] password) throws IOException, GeneralSecurityException {
        if (opened == null) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password);
            }
            opened = store;
        }
        return opened;
    }

    private static void fill(
            KeyStore store, char[] password, String operator, String country, SecureRandom random, Instant now)
            throws GeneralSecurityException, IOException {
        CertificateProfiles profiles = new CertificateProfiles(random);
        Instant from = now.minus(1, ChronoUnit.HOURS);
        AsymmetricCipherKeyPair ca = EcdsaSigner.newKeyPair(random);
        X500Name caName = CertificateProfiles.serviceName(operator, country, operator + " declaration CA");
        X509CertificateHolder root = profiles.root(
                caName,
                publicKey(ca),
                EcdsaSigner.contentSigner(ca.getPrivate(), random),
                from,
                now.plus(30 * 365, ChronoUnit.DAYS));
        put(store, password, CA, ca, root);

        AsymmetricCipherKeyPair seal = EcdsaSigner.newKeyPair(random);
        put(
                store,
                password,
                SEAL,
                seal,
                profiles.seal(
                        new CertificateProfiles.Issuer(root, EcdsaSigner.contentSigner(ca.getPrivate(), random)),
                        CertificateProfiles.serviceName(operator, country, operator + " seal"),
                        publicKey(seal),
                        from,
                        now.plus(5 * 365, ChronoUnit.DAYS)),
                root);

        AsymmetricCipherKeyPair timestamp = EcdsaSigner.newKeyPair(random);
        put(
                store,
                password,
                TIMESTAMP,
                timestamp,
                profiles.timestamp(
                        new CertificateProfiles.Issuer(root, EcdsaSigner.contentSigner(ca.getPrivate(), random)),
                        CertificateProfiles.serviceName(operator, country, operator + " timestamping unit"),
                        publicKey(timestamp),
                        from,
                        now.plus(15 * 365, ChronoUnit.DAYS)),
                root);
    }

    private static SubjectPublicKeyInfo publicKey(AsymmetricCipherKeyPair pair) throws IOException {
        return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic());
    }

    private static void put(
            KeyStore store, char[] password, String alias, AsymmetricCipherKeyPair pair, X509CertificateHolder... chain)
            throws GeneralSecurityException, IOException {
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                        .getEncoded()));
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder certificate : chain) {
            certificates.add(converter.getCertificate(certificate));
        }
        store.setKeyEntry(alias, key, password, certificates.toArray(Certificate[]::new));
    }

    /** The mode is set when the file is made: it is never readable by others, not even for a moment. */
    private static void write(Path path, byte[] content) throws IOException {
        Files.deleteIfExists(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(path, content);
    }
}
