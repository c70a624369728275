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
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;

/** One of the service's own CAs: issues a certificate for each signature, and says at any time what it has revoked. */
public final class CertificateAuthority {

    private static final Duration CRL_LIFETIME = Duration.ofDays(30);

    private final KeyGeneration keys;
    private final Revoked revoked;
    private final CertificateProfiles profiles;
    private final Duration oneShotLifetime;
    private final Clock clock;
    private @Nullable Published published;

    CertificateAuthority(
            KeyGeneration keys, Revoked revoked, Duration oneShotLifetime, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.revoked = revoked;
        this.profiles = new CertificateProfiles(random);
        this.oneShotLifetime = oneShotLifetime;
        this.clock = clock;
    }

    /** The root certificate: the trust anchor of everything that this CA's keys sign. */
    public X509CertificateHolder certificate() {
        return keys.authority().certificate();
    }

    /** Its number among the service's CAs, from 1 on. */
    public int generation() {
        return keys.number();
    }

    /** A certificate for one signature, valid from one minute ago, so that a clock a little behind accepts it. */
    X509CertificateHolder issueOneShot(X500Name subject, SubjectPublicKeyInfo publicKey) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return profiles.oneShot(
                new CertificateProfiles.Issuer(certificate(), signer()),
                subject,
                publicKey,
                now.minus(1, ChronoUnit.MINUTES),
                now.plus(oneShotLifetime));
    }

    /** A fresh, complete revocation list (RFC 5280, section 5). */
    public X509CRLHolder revocationList() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder list = new X509v2CRLBuilder(certificate().getSubject(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(CRL_LIFETIME)));
        for (X509CertificateHolder issued : issued()) {
            BigInteger serial = issued.getSerialNumber();
            revoked.at(serial).ifPresent(since -> list.addCRLEntry(serial, Date.from(since), CRLReason.unspecified));
        }
        try {
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(
                            SubjectKeyIdentifier.fromExtensions(certificate().getExtensions())
                                    .getKeyIdentifier()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list.build(signer());
    }

    /**
     * The list for strangers, in DER: the same one for an hour, so that nobody can have the CA's key work by asking for it.
     */
    public synchronized byte[] publishedList() {
        Instant now = clock.instant();
        Published last = published;
        if (last == null || now.isAfter(last.at().plus(PublishedAnswers.LIFETIME))) {
            try {
                last = new Published(now, revocationList().getEncoded());
                published = last;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return last.list();
    }

    /** The lasting certificates that it issued; one-shot certificates are not kept. */
    List<X509CertificateHolder> issued() {
        return List.of(keys.seal().certificate(), keys.timestamp().certificate());
    }

    Optional<Instant> revokedAt(BigInteger serial) {
        return revoked.at(serial);
    }

    ContentSigner signer() {
        return keys.authority().contentSigner();
    }

    private record Published(Instant at, byte[] list) {}
}
