package org.alternat.judge;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** One authority and the signatories it names, made anew for each test run: nothing expires and nothing secret is kept. */
final class SmallPki {

    record Signer(PrivateKey key, X509Certificate certificate) {}

    private static final ASN1ObjectIdentifier NO_REV_AVAIL = new ASN1ObjectIdentifier("2.5.29.56");

    private final KeyPair keys = curveKeys();
    private final X500Name name;
    final X509Certificate anchor;

    SmallPki(String commonName) throws Exception {
        name = new X500Name("CN=" + commonName + ",O=Test,C=BE");
        X509v3CertificateBuilder builder = builder(name, keys);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        anchor = issue(builder);
    }

    /** A one-shot certificate: for signing, short-lived, and it says that no revocation data will ever exist. */
    Signer signatory() throws Exception {
        return signer(curveKeys(), KeyUsage.nonRepudiation, true, null);
    }

    Signer withRevocationLeftOpen() throws Exception {
        return signer(curveKeys(), KeyUsage.nonRepudiation, false, null);
    }

    Signer forLoggingIn() throws Exception {
        return signer(curveKeys(), KeyUsage.digitalSignature, true, null);
    }

    Signer withAShortKey() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        return signer(rsa.generateKeyPair(), KeyUsage.nonRepudiation, true, null);
    }

    Signer withIssuerAt(String address) throws Exception {
        return signer(curveKeys(), KeyUsage.nonRepudiation, true, address);
    }

    private Signer signer(KeyPair pair, int usage, boolean oneShot, String issuerAddress) throws Exception {
        X509v3CertificateBuilder builder = builder(new X500Name("CN=Zoë Łęcka,O=Coopérative de l’Œuf,C=BE"), pair);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        if (oneShot) {
            builder.addExtension(NO_REV_AVAIL, false, DERNull.INSTANCE);
        }
        if (issuerAddress != null) {
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(new AccessDescription(
                            AccessDescription.id_ad_caIssuers,
                            new GeneralName(GeneralName.uniformResourceIdentifier, issuerAddress))));
        }
        return new Signer(pair.getPrivate(), issue(builder));
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair pair) throws Exception {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minus(Duration.ofMinutes(5))),
                Date.from(now.plus(Duration.ofHours(1))),
                subject,
                pair.getPublic());
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(keys.getPublic()));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
        return builder;
    }

    private X509Certificate issue(X509v3CertificateBuilder builder) throws Exception {
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair curveKeys() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(256);
        return curve.generateKeyPair();
    }
}
