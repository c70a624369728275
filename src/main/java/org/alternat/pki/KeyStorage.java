package org.alternat.pki;

import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/** A place that makes the service's keys, keeps them under a name with their certificate, and signs with them. */
interface KeyStorage {

    /** The names of the keys that are kept here; empty for a storage that has just been set up. */
    Set<String> names();

    /** The certificate of a key that is kept here. */
    X509CertificateHolder certificate(String name);

    /** What signs with a key that is kept here. */
    SignerSource signers(String name);

    /** A P-256 key pair that is not kept yet. */
    FreshKey newKey();

    /** Keeps keys made here, all of them or none where the storage can do that. */
    void keep(List<Entry> entries);

    /** The setting that leads here, for the sentence that tells what is wrong. */
    String setting();

    /** Makes a signer for one signature; signers keep state and are not shared between threads. */
    @FunctionalInterface
    interface SignerSource {
        ContentSigner signer();
    }

    /** A key pair of which the private half stays where it was made. */
    interface FreshKey extends SignerSource {
        SubjectPublicKeyInfo publicKey();
    }

    /** A fresh key with the certificate that speaks for it. */
    record Entry(String name, FreshKey key, X509CertificateHolder certificate) {}
}
