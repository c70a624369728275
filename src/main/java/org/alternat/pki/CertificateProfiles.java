package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/** The four kinds of certificate that the service's CA issues (RFC 5280; EN 319 412-2 for people, -3 for the seal). */
final class CertificateProfiles {

    /** id-ce-noRevAvail, RFC 9608, clause 2: there is no revocation information, ever. */
    static final ASN1ObjectIdentifier NO_REV_AVAIL = new ASN1ObjectIdentifier("2.5.29.56");

    /** id-etsi-ext-valassured-ST-certs, EN 319 412-1, clause 5.2.2: validity assured, short term. */
    static final ASN1ObjectIdentifier VALIDITY_ASSURED_SHORT_TERM = new ASN1ObjectIdentifier("0.4.0.194121.2.1");

    private final SecureRandom random;

    CertificateProfiles(SecureRandom random) {
        this.random = random;
    }

    static X500Name serviceName(String operator, String country, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, country)
                .addRDN(BCStyle.O, operator)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    /** It signs certificates, revocation lists, and its own answers about them (RFC 6960, section 4.2.2.2). */
    X509CertificateHolder root(
            X500Name subject, SubjectPublicKeyInfo key, ContentSigner signer, Instant from, Instant to) {
        return build(
                builder(subject, subject, key, from, to)
                        .add(Extension.basicConstraints, true, new BasicConstraints(0))
                        .add(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature))
                        .add(Extension.subjectKeyIdentifier, false, keyId(key)),
                signer);
    }

    /** The seal of a legal person: digital signature and non-repudiation (EN 319 412-3). */
    X509CertificateHolder seal(
            Issuer issuer,
            @Nullable AccessPoints access,
            X500Name subject,
            SubjectPublicKeyInfo key,
            Instant from,
            Instant to) {
        return build(
                lasting(issuer, access, subject, key, from, to)
                        .add(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)),
                issuer.signer());
    }

    /** A timestamping unit: RFC 3161, clause 2.3, asks for exactly this critical extended key usage. */
    X509CertificateHolder timestamp(
            Issuer issuer,
            @Nullable AccessPoints access,
            X500Name subject,
            SubjectPublicKeyInfo key,
            Instant from,
            Instant to) {
        return build(
                lasting(issuer, access, subject, key, from, to)
                        .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .add(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)),
                issuer.signer());
    }

    /** A person's certificate for one signature: minutes of validity, and it says that nothing will ever revoke it. */
    X509CertificateHolder oneShot(Issuer issuer, X500Name subject, SubjectPublicKeyInfo key, Instant from, Instant to) {
        return build(
                leaf(issuer, subject, key, from, to)
                        .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                        .add(NO_REV_AVAIL, false, DERNull.INSTANCE)
                        .add(VALIDITY_ASSURED_SHORT_TERM, false, DERNull.INSTANCE),
                issuer.signer());
    }

    /** Who issues: the CA's certificate and a signer with its key, made for this one certificate. */
    record Issuer(X509CertificateHolder certificate, ContentSigner signer) {}

    /** A certificate of years: it says where to ask whether it still holds. */
    private Builder lasting(
            Issuer issuer,
            @Nullable AccessPoints access,
            X500Name subject,
            SubjectPublicKeyInfo key,
            Instant from,
            Instant to) {
        Builder builder = leaf(issuer, subject, key, from, to);
        return access == null
                ? builder
                : builder.add(Extension.cRLDistributionPoints, false, access.revocationList())
                        .add(Extension.authorityInfoAccess, false, access.authority());
    }

    private Builder leaf(Issuer issuer, X500Name subject, SubjectPublicKeyInfo key, Instant from, Instant to) {
        byte[] issuerKeyId = SubjectKeyIdentifier.fromExtensions(
                        issuer.certificate().getExtensions())
                .getKeyIdentifier();
        return builder(issuer.certificate().getSubject(), subject, key, from, to)
                .add(Extension.basicConstraints, true, new BasicConstraints(false))
                .add(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuerKeyId))
                .add(Extension.subjectKeyIdentifier, false, keyId(key));
    }

    private Builder builder(X500Name issuer, X500Name subject, SubjectPublicKeyInfo key, Instant from, Instant to) {
        // 127 random bits: positive, at most 20 octets, not guessable (CA/Browser Forum asks for 64).
        BigInteger serial = new BigInteger(127, random).setBit(126);
        return new Builder(new X509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(to), subject, key));
    }

    private static SubjectKeyIdentifier keyId(SubjectPublicKeyInfo key) {
        byte[] digest = org.alternat.shared.Sha256.newDigest()
                .digest(key.getPublicKeyData().getOctets());
        return new SubjectKeyIdentifier(java.util.Arrays.copyOf(digest, 20));
    }

    private static X509CertificateHolder build(Builder builder, ContentSigner signer) {
        return builder.certificate.build(signer);
    }

    /** Extensions that cannot fail to encode, without a checked exception at each. */
    private record Builder(X509v3CertificateBuilder certificate) {

        Builder add(ASN1ObjectIdentifier id, boolean critical, org.bouncycastle.asn1.ASN1Encodable content) {
            try {
                certificate.addExtension(id, critical, content);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
