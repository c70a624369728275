package org.alternat.pades.attack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority outside the service that issues people's cards: good ones, and every kind that must not be accepted. */
public final class ForeignPki {

    private static final X500Name NAME = new X500Name("C=BE,O=Card issuer,CN=Citizen CA");

    private final KeyPair key = elliptic("secp256r1");
    private final X509CertificateHolder root;
    private long serial = 100;

    public ForeignPki() {
        this.root = certificate(
                NAME,
                key,
                "SHA256withECDSA",
                new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
                true,
                Duration.ofDays(-1),
                Duration.ofDays(3650));
    }

    /** A card: its key and its certificate. */
    public record Card(KeyPair key, X509CertificateHolder certificate) {}

    public X509CertificateHolder root() {
        return root;
    }

    public Card card(String given, String family) {
        return card(given, family, elliptic("secp256r1"), KeyUsage.nonRepudiation, Duration.ofDays(365));
    }

    public Card card(String given, String family, KeyPair pair, int usage, Duration until) {
        return new Card(
                pair,
                certificate(
                        new X500NameBuilder()
                                .addRDN(BCStyle.C, "BE")
                                .addRDN(BCStyle.GIVENNAME, given)
                                .addRDN(BCStyle.SURNAME, family)
                                .addRDN(BCStyle.CN, given + " " + family)
                                .build(),
                        pair,
                        "SHA256withECDSA",
                        new KeyUsage(usage),
                        false,
                        Duration.ofDays(-30),
                        until));
    }

    /** The authority's list, on which the cards stand that were revoked yesterday. */
    public byte[] revocationList(Card... revoked) {
        return revocationList(Instant.now().minus(Duration.ofDays(1)), revoked);
    }

    byte[] revocationList(Instant since, Card... revoked) {
        try {
            Instant now = Instant.now();
            X509v2CRLBuilder list = new X509v2CRLBuilder(NAME, Date.from(now.minusSeconds(60)));
            list.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
            for (Card card : revoked) {
                list.addCRLEntry(card.certificate().getSerialNumber(), Date.from(since), CRLReason.keyCompromise);
            }
            return list.build(signer("SHA256withECDSA")).getEncoded();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's own answer (RFC 6960) about one card: revoked since then. */
    byte[] revokedAnswer(Card card, Instant since) {
        try {
            DigestCalculator sha1 = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
            Date now = new Date();
            BasicOCSPResp answer = new BasicOCSPRespBuilder(new RespID(NAME))
                    .addResponse(
                            new CertificateID(sha1, root, card.certificate().getSerialNumber()),
                            new RevokedStatus(Date.from(since), CRLReason.keyCompromise),
                            now,
                            Date.from(now.toInstant().plus(Duration.ofDays(1))))
                    .build(signer("SHA256withECDSA"), new X509CertificateHolder[0], now);
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, answer)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public List<X509CertificateHolder> chainOf(Card card) {
        return List.of(card.certificate(), root);
    }

    public static KeyPair elliptic(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509CertificateHolder certificate(
            X500Name subject, KeyPair pair, String algorithm, KeyUsage usage, boolean ca, Duration from, Duration to) {
        try {
            Instant now = Instant.now();
            return new JcaX509v3CertificateBuilder(
                            NAME,
                            BigInteger.valueOf(serial++),
                            Date.from(now.plus(ca ? Duration.ofDays(-400) : from)),
                            Date.from(now.plus(to)),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(ca))
                    .addExtension(Extension.keyUsage, true, usage)
                    .build(signer(algorithm));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContentSigner signer(String algorithm) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(key.getPrivate());
        } catch (org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
