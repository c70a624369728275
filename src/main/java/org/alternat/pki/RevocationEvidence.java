package org.alternat.pki;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.pki.Revocation.Status;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * What is at hand about revocation: lists (RFC 5280, section 5) and answers (RFC 6960), from a file or from the authorities
 * themselves. They are believed only with the signature of who may say it. Nobody is asked over a network here: whoever verifies a stranger's file must not
 * be sent anywhere by it.
 */
public final class RevocationEvidence {

    /** Clocks differ, and an answer that states no end is made for one moment. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final List<X509CRLHolder> lists = new ArrayList<>();
    private final List<BasicOCSPResp> answers = new ArrayList<>();
    private final IdentityHashMap<X509CRLHolder, Map<X509CertificateHolder, Boolean>> signers = new IdentityHashMap<>();

    /** Takes lists and answers in DER. What cannot be read is no evidence. */
    public void add(Collection<byte[]> someLists, Collection<byte[]> someAnswers) {
        someLists.forEach(this::addList);
        someAnswers.forEach(this::addAnswer);
    }

    private void addList(byte[] der) {
        try {
            lists.add(new X509CRLHolder(der));
        } catch (IOException | RuntimeException unreadable) {
            // No evidence then.
        }
    }

    private void addAnswer(byte[] der) {
        try {
            if (new OCSPResp(der).getResponseObject() instanceof BasicOCSPResp answer) {
                answers.add(answer);
            }
        } catch (IOException | OCSPException | RuntimeException unreadable) {
            // No evidence then.
        }
    }

    /**
     * What became of every certificate below the authority.
     *
     * @param path the certificate first, its issuers behind it
     * @param at the proven instant: a revocation that came later does no harm
     */
    public Revocation of(List<X509CertificateHolder> path, Instant at) {
        Revocation first = new Revocation(Status.NOT_NEEDED, null, null);
        for (int i = 0; i + 1 < path.size(); i++) {
            if (CertificateChecks.isNeverRevoked(path.get(i))) {
                continue;
            }
            Revocation found = of(path.get(i), path.get(i + 1), at);
            if (found.status() == Status.REVOKED || found.status() == Status.NOT_KNOWN) {
                return found;
            }
            first = first.status() == Status.NOT_NEEDED ? found : first;
        }
        return path.size() < 2 ? Revocation.NOT_KNOWN : first;
    }

    /** An answer says it better than a list, but whoever says "revoked" is heard. */
    private Revocation of(X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
        Optional<Revocation> answer = answer(certificate, issuer, at);
        Optional<Revocation> list = list(certificate, issuer, at);
        return list.filter(said -> said.status() == Status.REVOKED)
                .or(() -> answer)
                .or(() -> list)
                .orElse(Revocation.NOT_KNOWN);
    }

    /** The last list; but one that is younger than the certificate's end may have dropped it (RFC 5280, section 3.3). */
    private Optional<Revocation> list(X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
        Comparator<X509CRLHolder> latest = Comparator.comparing(X509CRLHolder::getThisUpdate);
        Comparator<X509CRLHolder> complete = Comparator.comparing(list -> !list.getThisUpdate()
                .toInstant()
                .isAfter(certificate.getNotAfter().toInstant()));
        return lists.stream()
                .filter(list -> speaksOf(at, list.getNextUpdate())
                        && list.getIssuer().equals(issuer.getSubject())
                        && ListScope.of(list).holds(certificate)
                        && isSignedBy(list, issuer))
                .max(complete.thenComparing(latest))
                .map(list -> {
                    X509CRLEntryHolder entry = list.getRevokedCertificate(certificate.getSerialNumber());
                    return said(
                            Status.NOT_REVOKED_BY_LIST,
                            list.getThisUpdate(),
                            entry == null ? null : entry.getRevocationDate(),
                            at);
                });
    }

    private static Revocation said(Status otherwise, Date issued, @Nullable Date revoked, Instant at) {
        Instant since = revoked == null ? null : revoked.toInstant();
        return new Revocation(
                since != null && !since.isAfter(at) ? Status.REVOKED : otherwise, issued.toInstant(), since);
    }

    /** The signatures of a file share their lists: each is checked once. */
    private boolean isSignedBy(X509CRLHolder list, X509CertificateHolder issuer) {
        return signers.computeIfAbsent(list, none -> new HashMap<>())
                .computeIfAbsent(issuer, of -> CertificateChecks.isSignedBy(list, of));
    }

    private Optional<Revocation> answer(X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
        return answers.stream()
                .flatMap(answer -> java.util.Arrays.stream(answer.getResponses())
                        .filter(single -> speaksOf(at, until(single))
                                && !(single.getCertStatus() instanceof UnknownStatus)
                                && isAbout(single, certificate, issuer)
                                && isBy(answer, issuer)))
                .max(Comparator.comparing(SingleResp::getThisUpdate))
                .map(single -> said(
                        Status.NOT_REVOKED_BY_ANSWER,
                        single.getThisUpdate(),
                        single.getCertStatus() instanceof RevokedStatus revoked ? revoked.getRevocationTime() : null,
                        at));
    }

    private static Date until(SingleResp single) {
        return single.getNextUpdate() == null
                ? Date.from(single.getThisUpdate().toInstant().plus(SKEW))
                : single.getNextUpdate();
    }

    /** Evidence that had run out before the instant says nothing about it. */
    private static boolean speaksOf(Instant at, @Nullable Date until) {
        return until != null && !until.toInstant().isBefore(at);
    }

    private static boolean isAbout(SingleResp single, X509CertificateHolder certificate, X509CertificateHolder issuer) {
        try {
            return single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                    && single.getCertID().matchesIssuer(issuer, new BcDigestCalculatorProvider());
        } catch (OCSPException | RuntimeException e) {
            return false;
        }
    }

    /** Signed by the issuer itself, or by a responder to whom the issuer has given that right (RFC 6960, section 4.2.2.2). */
    private static boolean isBy(BasicOCSPResp answer, X509CertificateHolder issuer) {
        Collection<X509CertificateHolder> candidates = new ArrayList<>(List.of(issuer));
        for (X509CertificateHolder responder : answer.getCerts()) {
            ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(responder.getExtensions());
            if (usage != null
                    && usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                    && responder.isValidOn(answer.getProducedAt())
                    && CertificateChecks.isIssuedBy(responder, issuer)) {
                candidates.add(responder);
            }
        }
        return candidates.stream().anyMatch(candidate -> {
            try {
                return answer.isSignatureValid(CertificateChecks.contentVerifier(candidate));
            } catch (OCSPException | OperatorCreationException | RuntimeException e) {
                return false;
            }
        });
    }
}
