package org.alternat.pades;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alternat.pades.Revocation.Status;
import org.alternat.pki.CertificateChecks;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
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
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * What a file carries about revocation: lists (RFC 5280, section 5) and answers (RFC 6960) in its DSS dictionary and in its
 * signatures. Nobody is asked over a network: whoever verifies a stranger's file must not be sent anywhere by it.
 */
final class RevocationEvidence {

    // adbe-revocationInfoArchival: ISO 32000-2, clause 12.8.3.3.2.
    private static final ASN1ObjectIdentifier ARCHIVAL = new ASN1ObjectIdentifier("1.2.840.113583.1.1.8");

    private final List<X509CRLHolder> lists = new ArrayList<>();
    private final List<BasicOCSPResp> answers = new ArrayList<>();
    private final IdentityHashMap<X509CRLHolder, Map<X509CertificateHolder, Boolean>> signers = new IdentityHashMap<>();

    /** Takes the streams of the DSS dictionary. What cannot be read is no evidence. */
    void add(SignedFile.Store store) {
        store.lists().forEach(this::addList);
        store.answers().forEach(this::addAnswer);
    }

    /** Takes what travels inside a signature. */
    void add(ExaminedCms cms) {
        cms.cms().getCRLs().getMatches(null).forEach(lists::add);
        Attribute archival =
                cms.signedAttributes() == null ? null : cms.signedAttributes().get(ARCHIVAL);
        if (archival == null || archival.getAttrValues().size() != 1) {
            return;
        }
        try {
            for (ASN1Encodable part : ASN1Sequence.getInstance(archival.getAttributeValues()[0])) {
                ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(part);
                for (ASN1Encodable item : ASN1Sequence.getInstance(tagged, true)) {
                    byte[] der = item.toASN1Primitive().getEncoded();
                    if (tagged.getTagNo() == 0) {
                        addList(der);
                    } else if (tagged.getTagNo() == 1) {
                        addAnswer(der);
                    }
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // No evidence then.
        }
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
    Revocation of(List<X509CertificateHolder> path, Instant at) {
        Revocation first = new Revocation(Status.NOT_NEEDED, null, null);
        for (int i = 0; i + 1 < path.size(); i++) {
            if (CertificateChecks.isNeverRevoked(path.get(i))) {
                continue;
            }
            Revocation found = answer(path.get(i), path.get(i + 1), at)
                    .or(list(path.get(i), path.get(i + 1), at))
                    .orElse(Revocation.NOT_KNOWN);
            if (found.status() == Status.REVOKED || found.status() == Status.NOT_KNOWN) {
                return found;
            }
            first = first.status() == Status.NOT_NEEDED ? found : first;
        }
        return path.size() < 2 ? Revocation.NOT_KNOWN : first;
    }

    private java.util.function.Supplier<Optional<Revocation>> list(
            X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
        return () -> lists.stream()
                .filter(list -> speaksOf(at, list.getNextUpdate())
                        && list.getIssuer().equals(issuer.getSubject())
                        && isSignedBy(list, issuer))
                .map(list -> {
                    X509CRLEntryHolder entry = list.getRevokedCertificate(certificate.getSerialNumber());
                    Instant revoked =
                            entry == null ? null : entry.getRevocationDate().toInstant();
                    return new Revocation(
                            revoked != null && !revoked.isAfter(at) ? Status.REVOKED : Status.NOT_REVOKED_BY_LIST,
                            list.getThisUpdate().toInstant(),
                            revoked);
                })
                .max(java.util.Comparator.comparing(found -> found.issuedAt()));
    }

    /** The signatures of a file share their lists: each is checked once. */
    private boolean isSignedBy(X509CRLHolder list, X509CertificateHolder issuer) {
        return signers.computeIfAbsent(list, none -> new HashMap<>())
                .computeIfAbsent(issuer, of -> CertificateChecks.isSignedBy(list, of));
    }

    private Optional<Revocation> answer(X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
        for (BasicOCSPResp answer : answers) {
            for (SingleResp single : answer.getResponses()) {
                if (speaksOf(at, single.getNextUpdate() == null ? single.getThisUpdate() : single.getNextUpdate())
                        && isAbout(single, certificate, issuer)
                        && isBy(answer, issuer)) {
                    Instant revoked = single.getCertStatus() instanceof RevokedStatus status
                            ? status.getRevocationTime().toInstant()
                            : null;
                    if (revoked == null && single.getCertStatus() != null) {
                        continue; // "unknown"
                    }
                    return Optional.of(new Revocation(
                            revoked != null && !revoked.isAfter(at) ? Status.REVOKED : Status.NOT_REVOKED_BY_ANSWER,
                            single.getThisUpdate().toInstant(),
                            revoked));
                }
            }
        }
        return Optional.empty();
    }

    /** Evidence that had run out before the instant says nothing about it. */
    private static boolean speaksOf(Instant at, java.util.@org.jspecify.annotations.Nullable Date until) {
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
