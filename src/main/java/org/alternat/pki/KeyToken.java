package org.alternat.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.login.FailedLoginException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;

/**
 * The service's keys in a token behind PKCS#11 (OASIS PKCS #11 v2.40): made there, marked as sensitive and not extractable,
 * never outside. The platform's own bridge is used (SunPKCS11), so that nothing has to be installed but the maker's library.
 */
final class KeyToken implements KeyStorage {

    private final Provider provider;
    private final KeyStore store;

    /** @throws IllegalStateException in one sentence that names the setting, when the token cannot be used */
    KeyToken(Pkcs11Settings settings) {
        if (!Files.isReadable(settings.library())) {
            throw new IllegalStateException(Pkcs11Settings.SETTING + ".library: there is no PKCS#11 library at "
                    + settings.library().toAbsolutePath());
        }
        this.provider = provider(settings);
        this.store = open(settings, provider);
    }

    private static Provider provider(Pkcs11Settings settings) {
        String configuration = "--name=alternat\nlibrary=" + settings.library().toAbsolutePath() + "\n"
                + (settings.slot() == null ? "slotListIndex=0\n" : "slot=" + settings.slot() + "\n")
                + "attributes(generate,CKO_PRIVATE_KEY,CKK_EC)={\nCKA_SENSITIVE=true\nCKA_EXTRACTABLE=false\n"
                + "CKA_SIGN=true\n}\n";
        Provider bridge = Security.getProvider("SunPKCS11");
        if (bridge == null) {
            throw new IllegalStateException(
                    Pkcs11Settings.SETTING + ".library: this Java has no PKCS#11 bridge (module jdk.crypto.cryptoki)");
        }
        try {
            return bridge.configure(configuration);
        } catch (ProviderException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    Pkcs11Settings.SETTING + ".slot: the library " + settings.library() + " shows no token in "
                            + slot(settings) + " (" + innermost(e) + ")",
                    e);
        }
    }

    private static KeyStore open(Pkcs11Settings settings, Provider provider) {
        try {
            // A slot without a token offers no services at all.
            if (provider.getService("KeyStore", "PKCS11") == null) {
                throw new IllegalStateException(
                        Pkcs11Settings.SETTING + ".slot: there is no token in " + slot(settings));
            }
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, settings.readPin());
            return store;
        } catch (IOException e) {
            if (e.getCause() != null && e.getCause().getCause() instanceof FailedLoginException) {
                throw new IllegalStateException(
                        Pkcs11Settings.SETTING + ".pin: the token in " + slot(settings) + " refuses the PIN ("
                                + innermost(e) + ")",
                        e);
            }
            throw unusable(settings, e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw unusable(settings, e);
        }
    }

    private static IllegalStateException unusable(Pkcs11Settings settings, Exception cause) {
        return new IllegalStateException(
                Pkcs11Settings.SETTING + ".slot: the token in " + slot(settings) + " cannot be used ("
                        + innermost(cause) + ")",
                cause);
    }

    @Override
    public Set<String> names() {
        try {
            return new TreeSet<>(Collections.list(store.aliases()));
        } catch (GeneralSecurityException | ProviderException e) {
            throw gone(e);
        }
    }

    @Override
    public X509CertificateHolder certificate(String name) {
        try {
            return new X509CertificateHolder(store.getCertificate(name).getEncoded());
        } catch (IOException | GeneralSecurityException | ProviderException e) {
            throw gone(e);
        }
    }

    @Override
    public SignerSource signers(String name) {
        try {
            if (!(store.getKey(name, null) instanceof PrivateKey key)) {
                throw new IllegalStateException(Pkcs11Settings.SETTING + ": the token has a certificate '" + name
                        + "' but no private key to it");
            }
            return () -> new TokenSigner(provider, key);
        } catch (GeneralSecurityException | ProviderException e) {
            throw gone(e);
        }
    }

    @Override
    public FreshKey newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new KeyInToken(provider, generator.generateKeyPair());
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException(
                    Pkcs11Settings.SETTING + ": the token makes no P-256 key (" + innermost(e) + ")", e);
        }
    }

    @Override
    public void keep(List<Entry> entries) {
        try {
            for (Entry entry : entries) {
                store.setKeyEntry(
                        entry.name(), ((KeyInToken) entry.key()).pair().getPrivate(), null, new Certificate[] {
                            new JcaX509CertificateConverter().getCertificate(entry.certificate())
                        });
            }
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException(
                    Pkcs11Settings.SETTING + ": the token does not keep the keys made in it (" + innermost(e) + ")", e);
        }
    }

    @Override
    public String setting() {
        return Pkcs11Settings.SETTING;
    }

    private static IllegalStateException gone(Exception cause) {
        return new IllegalStateException(
                Pkcs11Settings.SETTING + ": the token does not answer (" + innermost(cause) + ")", cause);
    }

    private static String slot(Pkcs11Settings settings) {
        return settings.slot() == null ? "the first slot" : "slot " + settings.slot();
    }

    /** The token's own word for it, such as {@code CKR_PIN_INCORRECT}; it never holds the PIN. */
    static String innermost(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    private record KeyInToken(Provider provider, KeyPair pair) implements FreshKey {

        @Override
        public SubjectPublicKeyInfo publicKey() {
            return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        }

        @Override
        public ContentSigner signer() {
            return new TokenSigner(provider, pair.getPrivate());
        }
    }
}
