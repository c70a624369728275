package org.alternat.pades;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.alternat.pades.VerificationReport.Problem;
import org.alternat.pki.TimestampToken;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * A field whose mathematics have been checked, before anybody asked whom to believe.
 *
 * @param cms of a signature that could be read
 * @param timestamp of a document timestamp that holds
 * @param covered up to which byte it covers the file; 0 when it does not
 */
record ExaminedField(
        SignedFile.Field field,
        @Nullable ExaminedCms cms,
        @Nullable TimestampToken timestamp,
        long covered,
        List<Problem> problems) {

    static ExaminedField unreadable(SignedFile.Field field, Problem problem) {
        return new ExaminedField(field, null, null, problem == Problem.BYTE_RANGE ? 0 : field.end(), List.of(problem));
    }

    static ExaminedField timestamp(SignedFile.Field field, TimestampToken token) {
        return new ExaminedField(field, null, token, field.end(), List.of());
    }

    static ExaminedField signature(SignedFile.Field field, ExaminedCms cms) {
        return new ExaminedField(field, cms, null, field.end(), List.copyOf(cms.problems()));
    }

    Collection<X509CertificateHolder> certificates() {
        List<X509CertificateHolder> all = new ArrayList<>();
        if (timestamp != null) {
            all.addAll(timestamp.certificates());
        }
        if (cms != null) {
            all.addAll(cms.certificates());
            cms.timestamp().ifPresent(token -> all.addAll(token.certificates()));
        }
        return all;
    }
}
