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
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority outside the service that issues people's cards: good ones, and every kind that must not be accepted. */
public final class ForeignPki {

    /** Where nobody listens: tests that ask say where. */
    private static final Places NOWHERE = new Places("http://127.0.0.1:9/list.crl", null);

    private final X500Name name;
    private final KeyPair key = elliptic("secp256r1");
    private final X509CertificateHolder root;
    private final @Nullable ForeignPki above;
    private Places places = NOWHERE;
    private long serial = 100;

    public ForeignPki() {
        this("C=BE,O=Card issuer,CN=Citizen CA", null);
    }

    private ForeignPki(String name, @Nullable ForeignPki above) {
        this.name = new X500Name(name);
        this.above = above;
        Subject subject = new Subject(this.name, key, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign), true);
        ForeignPki issuer = above == null ? this : above;
        this.root = issuer.certificate(subject, "SHA256withECDSA", Duration.ofDays(-400), Duration.ofDays(3650));
    }

    /** An authority below this one. */
    public ForeignPki subordinate() {
        return new ForeignPki("C=BE,O=Card issuer,CN=Citizen CA 2", this);
    }

    /** Where a certificate says that one may ask about it. */
    public record Places(@Nullable String list, @Nullable String responder) {}

    /** What the certificates that are issued from now on say. */
    public ForeignPki saying(@Nullable String list, @Nullable String responder) {
        places = new Places(list, responder);
        return this;
    }

    /** A card: its key and its certificate. */
    public record Card(KeyPair key, X509CertificateHolder certificate) {}

    public X509CertificateHolder root() {
        return root;
    }

    public Card card(String given, String family) {
        return card(given, family, elliptic("secp256r1"), KeyUsage.nonRepudiation, Duration.ofDays(365));
    }

    /** A card that ends so long after now. */
    public Card cardFor(String given, String family, Duration until) {
        return card(given, family, elliptic("secp256r1"), KeyUsage.nonRepudiation, until);
    }

    public Card card(String given, String family, KeyPair pair, int usage, Duration until) {
        return card(given, family, pair, usage, until, List.of());
    }

    private Card card(
            String given, String family, KeyPair pair, int usage, Duration until, List<ASN1ObjectIdentifier> flags) {
        X500Name person = new X500NameBuilder()
                .addRDN(BCStyle.C, "BE")
                .addRDN(BCStyle.GIVENNAME, given)
                .addRDN(BCStyle.SURNAME, family)
                .addRDN(BCStyle.CN, given + " " + family)
                .build();
        Subject subject = new Subject(person, pair, new KeyUsage(usage), false, flags);
        return new Card(pair, certificate(subject, "SHA256withECDSA", Duration.ofDays(-30), until));
    }

    /** A card with extensions that have no content but themselves. */
    public Card cardThatSays(String given, String family, String... extensions) {
        return card(
                given,
                family,
                elliptic("secp256r1"),
                KeyUsage.nonRepudiation,
                Duration.ofDays(1),
                java.util.Arrays.stream(extensions)
                        .map(ASN1ObjectIdentifier::new)
                        .toList());
    }

    /** The authority's list, on which the cards stand that were revoked yesterday. */
    public byte[] revocationList(Card... revoked) {
        return revocationList(Instant.now().minus(Duration.ofDays(1)), revoked);
    }

    byte[] revocationList(Instant since, Card... revoked) {
        return revocationList(since, Duration.ofDays(1), revoked);
    }

    /** @param until when the next one comes, seen from now */
    byte[] revocationList(Instant since, Duration until, Card... revoked) {
        try {
            Instant now = Instant.now();
            X509v2CRLBuilder list = new X509v2CRLBuilder(name, Date.from(now.minus(Duration.ofDays(2))));
            list.setNextUpdate(Date.from(now.plus(until)));
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
        return answer(card, new RevokedStatus(Date.from(since), CRLReason.keyCompromise), Duration.ofDays(1));
    }

    /** The answer that the card is good. */
    public byte[] goodAnswer(Card card) {
        return answer(card, CertificateStatus.GOOD, Duration.ofDays(1));
    }

    /** @param until when the answer ends, seen from now */
    byte[] answer(Card card, @Nullable CertificateStatus status, Duration until) {
        try {
            DigestCalculator sha1 = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
            Instant now = Instant.now();
            BasicOCSPResp answer = new BasicOCSPRespBuilder(new RespID(name))
                    .addResponse(
                            new CertificateID(sha1, root, card.certificate().getSerialNumber()),
                            status,
                            Date.from(now.minus(until.isNegative() ? Duration.ofDays(9) : Duration.ZERO)),
                            Date.from(now.plus(until)))
                    .build(signer("SHA256withECDSA"), new X509CertificateHolder[0], Date.from(now));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, answer)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public List<X509CertificateHolder> chainOf(Card card) {
        return above == null ? List.of(card.certificate(), root) : List.of(card.certificate(), root, above.root);
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

    private record Subject(
            X500Name name, KeyPair key, KeyUsage usage, boolean authority, List<ASN1ObjectIdentifier> flags) {

        Subject(X500Name name, KeyPair key, KeyUsage usage, boolean authority) {
            this(name, key, usage, authority, List.of());
        }
    }

    private X509CertificateHolder certificate(Subject subject, String algorithm, Duration from, Duration to) {
        try {
            Instant now = Instant.now();
            JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(serial++),
                            Date.from(now.plus(from)),
                            Date.from(now.plus(to)),
                            subject.name(),
                            subject.key().getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.authority()))
                    .addExtension(Extension.keyUsage, true, subject.usage())
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            keys.createSubjectKeyIdentifier(subject.key().getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            keys.createAuthorityKeyIdentifier(key.getPublic()));
            for (ASN1ObjectIdentifier flag : subject.flags()) {
                builder.addExtension(flag, false, DERNull.INSTANCE);
            }
            return says(builder).build(signer(algorithm));
        } catch (java.io.IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509v3CertificateBuilder says(X509v3CertificateBuilder builder) throws java.io.IOException {
        if (places.list() != null) {
            DistributionPointName list = new DistributionPointName(new GeneralNames(address(places.list())));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(list, null, null)
            }));
        }
        if (places.responder() != null) {
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, address(places.responder())));
        }
        return builder;
    }

    private static GeneralName address(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private ContentSigner signer(String algorithm) {
        try {
            return new JcaContentSignerBuilder(algorithm).build(key.getPrivate());
        } catch (org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
