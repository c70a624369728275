package org.alternat.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.CollectionStore;

/** A person's key at a provider, with a certificate by the provider's own CA; it signs through the platform's classes. */
final class ProviderKey {

    private final KeyPair rootKey;
    private final X509CertificateHolder root;
    private final KeyPair key;
    private final X509CertificateHolder certificate;

    /** @param type EC or RSA */
    ProviderKey(String type, String subject) throws Exception {
        rootKey = keyPair("EC");
        X500Name name = new X500Name("C=BE,O=Test Provider,CN=Test Provider Root");
        root = issue(name, name, rootKey, true);
        key = keyPair(type);
        certificate = issue(name, new X500Name(subject), key, false);
    }

    private ProviderKey(ProviderKey other) throws Exception {
        rootKey = other.rootKey;
        root = other.root;
        key = keyPair(other.key.getPublic().getAlgorithm());
        certificate = issue(root.getSubject(), other.certificate.getSubject(), key, false);
    }

    /** Another key for the same person, by the same CA. */
    ProviderKey namesake() throws Exception {
        return new ProviderKey(this);
    }

    X509CertificateHolder root() {
        return root;
    }

    X509CertificateHolder certificate() {
        return certificate;
    }

    String algorithm() {
        return isRsa() ? "1.2.840.113549.1.1.11" : "1.2.840.10045.4.3.2";
    }

    /** The bare signature value over a hash that somebody else made. */
    byte[] value(byte[] hash) throws Exception {
        Signature signature = Signature.getInstance(isRsa() ? "NONEwithRSA" : "NONEwithECDSA");
        signature.initSign(key.getPrivate());
        signature.update(isRsa() ? new DigestInfo(EcdsaSigner.SHA256, hash).getEncoded("DER") : hash);
        return signature.sign();
    }

    /** A whole detached CMS over a document of which the digest is given. */
    byte[] cms(byte[] documentDigest) throws Exception {
        SigningCertificateV2 named = new SigningCertificateV2(new ESSCertIDv2[] {
            new ESSCertIDv2(Sha256.of(certificate.getEncoded()).bytes())
        });
        ASN1EncodableVector signed = new ASN1EncodableVector();
        signed.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        signed.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(documentDigest))));
        signed.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named)));
        AttributeTable attributes = new AttributeTable(signed);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                .setContentDigest(EcdsaSigner.SHA256)
                .setSignedAttributeGenerator(parameters -> attributes)
                .build(
                        new JcaContentSignerBuilder(isRsa() ? "SHA256withRSA" : "SHA256withECDSA")
                                .build(key.getPrivate()),
                        certificate));
        generator.addCertificates(new CollectionStore<>(List.of(certificate)));
        return generator.generate(new CMSAbsentContent(), false).getEncoded();
    }

    private boolean isRsa() {
        return key.getPublic().getAlgorithm().equals("RSA");
    }

    private X509CertificateHolder issue(X500Name issuer, X500Name subject, KeyPair pair, boolean authority)
            throws Exception {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minus(Duration.ofMinutes(5))),
                Date.from(now.plus(Duration.ofDays(1))),
                subject,
                pair.getPublic());
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(rootKey.getPublic()));
        if (authority) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } else {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
            builder.addExtension(CertificateProfiles.NO_REV_AVAIL, false, DERNull.INSTANCE);
        }
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate()));
    }

    private static KeyPair keyPair(String type) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
        generator.initialize(type.equals("RSA") ? 3072 : 256);
        return generator.generateKeyPair();
    }
}
