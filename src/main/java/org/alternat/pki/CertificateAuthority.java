package org.alternat.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;

/** The service's own CA: issues a certificate for each signature, and says at any time what it has revoked. */
public final class CertificateAuthority {

    private static final Duration CRL_LIFETIME = Duration.ofDays(30);

    private final ServiceKey key;
    private final CertificateProfiles profiles;
    private final Duration oneShotLifetime;
    private final Clock clock;

    CertificateAuthority(ServiceKey key, Duration oneShotLifetime, SecureRandom random, Clock clock) {
        this.key = key;
        this.profiles = new CertificateProfiles(random);
        this.oneShotLifetime = oneShotLifetime;
        this.clock = clock;
    }

    /** The root certificate: the trust anchor of everything that this service signs. */
    public X509CertificateHolder certificate() {
        return key.certificate();
    }

    /** A certificate for one signature, valid from one minute ago, so that a clock a little behind accepts it. */
    X509CertificateHolder issueOneShot(SignatorySubject subject, SubjectPublicKeyInfo publicKey) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return profiles.oneShot(
                new CertificateProfiles.Issuer(key.certificate(), key.contentSigner()),
                subject.toX500Name(),
                publicKey,
                now.minus(1, ChronoUnit.MINUTES),
                now.plus(oneShotLifetime));
    }

    /** A fresh, complete revocation list (RFC 5280, section 5). Nothing has been revoked so far. */
    public X509CRLHolder revocationList() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder list = new X509v2CRLBuilder(key.certificate().getSubject(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(CRL_LIFETIME)));
        try {
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(SubjectKeyIdentifier.fromExtensions(
                                    key.certificate().getExtensions())
                            .getKeyIdentifier()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list.build(key.contentSigner());
    }
}
