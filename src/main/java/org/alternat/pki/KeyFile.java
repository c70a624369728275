package org.alternat.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;

/**
 * The service's keys in a PKCS#12 file (RFC 7292) under {@code alternat.pki.key-directory}, made on first start with a random
 * password that stands beside it. Both files have mode 600. A file that is there but cannot be read stops the start: a new
 * one would silently orphan every chain that the old one signed.
 */
final class KeyFile implements KeyStorage {

    static final String SETTING = "alternat.pki.key-directory";

    private final Path file;
    private final Path passwordFile;
    private final SecureRandom random;
    private final KeyStore store;
    private final char[] password;

    KeyFile(Path directory, SecureRandom random) {
        this.file = directory.resolve("service.p12");
        this.passwordFile = directory.resolve("service.password");
        this.random = random;
        // Opened once: the thousands of rounds that stand before every opening are a part of the start that is felt.
        try {
            this.password =
                    Files.exists(file) ? Files.readString(passwordFile).strip().toCharArray() : newPassword();
            this.store = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    store.load(in, password);
                }
            } else {
                store.load(null, null);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    SETTING + ": the key store " + file + " cannot be read with the password in " + passwordFile, e);
        }
    }

    @Override
    public Set<String> names() {
        try {
            return new TreeSet<>(Collections.list(store.aliases()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(SETTING, e);
        }
    }

    @Override
    public X509CertificateHolder certificate(String name) {
        try {
            return new X509CertificateHolder(store.getCertificate(name).getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(SETTING + ": the certificate '" + name + "' cannot be read", e);
        }
    }

    @Override
    public SignerSource signers(String name) {
        try {
            Key key = store.getKey(name, password);
            AsymmetricKeyParameter parameters = PrivateKeyFactory.createKey(key.getEncoded());
            return () -> EcdsaSigner.contentSigner(parameters, random);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(SETTING + ": the key '" + name + "' cannot be read", e);
        }
    }

    @Override
    public FreshKey newKey() {
        return new KeyInMemory(EcdsaSigner.newKeyPair(random), random);
    }

    /** Writes all of them at once: a crash in between leaves no half-made file. */
    @Override
    public void keep(List<Entry> entries) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            for (Entry entry : entries) {
                store.setKeyEntry(entry.name(), ((KeyInMemory) entry.key()).toPlatform(), password, new Certificate[] {
                    new JcaX509CertificateConverter().getCertificate(entry.certificate())
                });
            }
            if (!Files.exists(file)) {
                write(passwordFile, new String(password).getBytes(StandardCharsets.US_ASCII));
            }
            Path fresh = file.resolveSibling("service.p12.new");
            write(fresh, new byte[0]);
            try (OutputStream out = Files.newOutputStream(fresh)) {
                store.store(out, password);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(SETTING + ": the key store " + file + " cannot be written", e);
        }
    }

    @Override
    public String setting() {
        return SETTING;
    }

    private char[] newPassword() {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret).toCharArray();
    }

    /** The mode is set when the file is made: it is never readable by others, not even for a moment. */
    private static void write(Path path, byte[] content) throws IOException {
        Files.deleteIfExists(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(path, content);
    }

    private record KeyInMemory(AsymmetricCipherKeyPair pair, SecureRandom random) implements FreshKey {

        @Override
        public SubjectPublicKeyInfo publicKey() {
            return EcdsaSigner.publicKey(pair);
        }

        @Override
        public ContentSigner signer() {
            return EcdsaSigner.contentSigner(pair.getPrivate(), random);
        }

        PrivateKey toPlatform() throws GeneralSecurityException {
            try {
                return KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                                        .getEncoded()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "KeyInMemory";
        }
    }
}
