package org.alternat.pades;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alternat.pades.VerificationReport.Kind;
import org.alternat.pades.VerificationReport.Level;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pades.VerificationReport.Signer;
import org.alternat.pades.VerificationReport.Trust;
import org.alternat.pades.VerificationReport.VerifiedSignature;
import org.alternat.pki.CertificateNames;
import org.alternat.pki.Revocation;
import org.alternat.pki.RevocationEvidence;
import org.alternat.pki.TimestampToken;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * What follows for each signature, read backwards: a later document timestamp proves that everything before it existed
 * (EN 319 102-1, clause 5.6.2.3).
 */
final class Conclusions {

    private final Trails trails;
    private final RevocationEvidence revocation;
    private final boolean hasStore;
    private final Instant now;
    private boolean archived;
    private @Nullable Instant existedAt;

    Conclusions(Trails trails, RevocationEvidence revocation, boolean hasStore, Instant now) {
        this.trails = trails;
        this.revocation = revocation;
        this.hasStore = hasStore;
        this.now = now;
    }

    List<VerifiedSignature> of(List<ExaminedField> fields) {
        ArrayDeque<VerifiedSignature> concluded = new ArrayDeque<>();
        for (int i = fields.size() - 1; i >= 0; i--) {
            concluded.addFirst(conclude(fields.get(i)));
        }
        return List.copyOf(concluded);
    }

    private VerifiedSignature conclude(ExaminedField examined) {
        if (examined.timestamp() != null) {
            return timestamp(examined, examined.timestamp());
        }
        if (examined.cms() != null) {
            return signature(examined, examined.cms());
        }
        Kind kind = examined.field().isArchiveTimestamp() ? Kind.ARCHIVE_TIMESTAMP : Kind.SIGNATURE;
        return verified(examined, kind, null, Signer.NOBODY, null, Set.copyOf(examined.problems()));
    }

    private VerifiedSignature timestamp(ExaminedField examined, TimestampToken token) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        X509CertificateHolder certificate = signer(token);
        Trails.Trail trail = trails.of(certificate);
        Revocation revoked = revocation.of(trail.certificates(), existedAt == null ? token.instant() : existedAt);
        boolean believed = believed(token, trail, problems);
        VerifiedSignature verified = verified(
                examined,
                Kind.ARCHIVE_TIMESTAMP,
                null,
                signer(certificate, trail, revoked),
                believed ? token.instant() : null,
                problems);
        if (believed) {
            archived = true;
            existedAt = token.instant();
        }
        return verified;
    }

    private VerifiedSignature signature(ExaminedField examined, ExaminedCms cms) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        problems.addAll(examined.problems());
        Instant proven = existedAt;
        if (cms.timestamp().isPresent()) {
            TimestampToken token = cms.timestamp().get();
            if (believed(token, trails.of(signer(token)), problems)) {
                proven = token.instant();
            }
        }
        Trails.Trail trail = trails.of(cms.certificate());
        Instant at = proven == null ? now : proven;
        Revocation revoked = revocation.of(trail.certificates(), at);
        if (trail.trust() == Trust.UNKNOWN) {
            problems.add(Problem.UNKNOWN_AUTHORITY);
        }
        if (!trail.validAt(at)) {
            problems.add(Problem.OUTSIDE_VALIDITY);
        }
        if (revoked.status() == Revocation.Status.REVOKED) {
            problems.add(Problem.REVOKED);
        }
        boolean baseline = examined.field().format() == SignatureFormat.PADES
                && !problems.contains(Problem.CERTIFICATE_NOT_NAMED)
                && !problems.contains(Problem.UNSUPPORTED);
        return verified(
                examined,
                kind(cms.certificate(), trail),
                baseline ? level(proven) : null,
                signer(cms.certificate(), trail, revoked),
                proven,
                problems);
    }

    private Level level(@Nullable Instant proven) {
        if (proven == null) {
            return Level.B_B;
        }
        return !hasStore ? Level.B_T : archived ? Level.B_LTA : Level.B_LT;
    }

    /** Whoever has a stolen key dates back: a revocation counts unless a later timestamp proves that this one came first. */
    private boolean believed(TimestampToken token, Trails.Trail trail, Set<Problem> problems) {
        Instant existed = existedAt == null ? token.instant() : existedAt;
        if (trail.trust() == Trust.UNKNOWN || !trail.validAt(token.instant())) {
            problems.add(Problem.TIMESTAMP_AUTHORITY);
            return false;
        }
        if (revocation.of(trail.certificates(), existed).status() == Revocation.Status.REVOKED) {
            problems.add(Problem.TIMESTAMP_REVOKED);
            return false;
        }
        return true;
    }

    /** A natural person has a surname; an authority that we do not run may leave it out, and names seals by their organisation's number. */
    private static Kind kind(X509CertificateHolder certificate, Trails.Trail trail) {
        boolean person =
                CertificateNames.attribute(certificate, BCStyle.SURNAME).isPresent();
        boolean organisation = trail.trust() == Trust.OWN
                || CertificateNames.attribute(certificate, BCStyle.ORGANIZATION_IDENTIFIER)
                        .isPresent();
        return !person && organisation ? Kind.SEAL : Kind.SIGNATURE;
    }

    private static X509CertificateHolder signer(TimestampToken token) {
        try {
            return token.signer();
        } catch (TimestampToken.InvalidTimestampException impossible) {
            throw new IllegalStateException("a token without signer was taken for good", impossible);
        }
    }

    private static Signer signer(X509CertificateHolder certificate, Trails.Trail trail, Revocation revoked) {
        return new Signer(
                CertificateNames.attribute(certificate, BCStyle.CN).orElse(""),
                CertificateNames.attribute(certificate, BCStyle.O).orElse(""),
                trail.names(),
                trail.trust(),
                revoked);
    }

    private static VerifiedSignature verified(
            ExaminedField examined,
            Kind kind,
            @Nullable Level level,
            Signer by,
            @Nullable Instant provenAt,
            Set<Problem> problems) {
        return new VerifiedSignature(
                examined.field().name(),
                kind,
                examined.field().format(),
                level,
                by,
                examined.field().claimedAt(),
                provenAt,
                examined.covered(),
                problems.stream().sorted().toList());
    }
}
