package org.alternat.pki;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alternat.pki.Revocation.Status;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of asking authorities that are not ours: each certificate's responder first, whose answer is of this moment and
 * small, then the list. A server that is silent once is not asked again in this round.
 */
final class RevocationInquiry {

    private static final Logger log = LoggerFactory.getLogger(RevocationInquiry.class);

    private final RevocationServers servers;
    private final Collection<X509CertificateHolder> issuers;
    private final Instant now;
    private final Map<URI, Optional<byte[]>> lists = new HashMap<>();
    private final List<byte[]> kept = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();
    private final Set<String> silentHosts = new HashSet<>();
    private final Deque<X509CertificateHolder> open = new ArrayDeque<>();
    private final Set<X509CertificateHolder> asked = new HashSet<>();
    private boolean silent;

    /** @param issuers among whom the issuer of everything that is asked about should be */
    RevocationInquiry(RevocationServers servers, Collection<X509CertificateHolder> issuers, Instant now) {
        this.servers = servers;
        this.issuers = issuers;
        this.now = now;
    }

    /** Asks about this certificate, and about those who answer in its authority's place. */
    void about(X509CertificateHolder certificate) {
        open.add(certificate);
        while (!open.isEmpty()) {
            X509CertificateHolder next = open.remove();
            if (asked.add(next) && !next.getSubject().equals(next.getIssuer())) {
                issuers.stream()
                        .filter(issuer -> CertificateChecks.isIssuedBy(next, issuer))
                        .findFirst()
                        .ifPresent(issuer -> ask(next, issuer));
            }
        }
    }

    RevocationProofs proofs() {
        return new RevocationProofs(kept, answers, silent);
    }

    private void ask(X509CertificateHolder certificate, X509CertificateHolder issuer) {
        RevocationPlaces places = RevocationPlaces.of(certificate);
        boolean heard = places.none();
        for (URI place : places.answers()) {
            Optional<byte[]> answer = answer(place, certificate, issuer);
            heard |= answer.isPresent();
            if (answer.isPresent() && holds(List.of(), List.of(answer.get()), certificate, issuer)) {
                answers.add(answer.get());
                new RevocationProofs(List.of(), List.of(answer.get()), false)
                        .responders().stream()
                                .filter(one -> one.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck) == null)
                                .forEach(open::add);
                return;
            }
        }
        for (URI place : places.lists()) {
            Optional<byte[]> list = lists.computeIfAbsent(place, this::list);
            heard |= list.isPresent();
            if (list.isPresent() && holds(List.of(list.get()), List.of(), certificate, issuer)) {
                if (kept.stream().noneMatch(other -> other == list.get())) {
                    kept.add(list.get());
                }
                return;
            }
        }
        if (heard && !places.none()) {
            log.warn("What {} says about revocation does not hold", issuer.getSubject());
        }
        silent |= !heard;
    }

    private boolean holds(
            List<byte[]> someLists,
            List<byte[]> someAnswers,
            X509CertificateHolder certificate,
            X509CertificateHolder issuer) {
        RevocationEvidence evidence = new RevocationEvidence();
        evidence.add(someLists, someAnswers);
        return evidence.of(List.of(certificate, issuer), now).status() != Status.NOT_KNOWN;
    }

    private Optional<byte[]> list(URI place) {
        return sent(place, () -> servers.list(place));
    }

    private Optional<byte[]> answer(URI place, X509CertificateHolder certificate, X509CertificateHolder issuer) {
        return sent(place, () -> servers.answer(place, certificate, issuer));
    }

    private Optional<byte[]> sent(URI place, Sending sending) {
        if (silentHosts.contains(place.getAuthority())) {
            return Optional.empty();
        }
        try {
            return Optional.of(sending.send());
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Nothing about revocation can be had from {}: {}", place.getHost(), e.getMessage());
            if (e instanceof RevocationServers.SilentServerException) {
                silentHosts.add(place.getAuthority());
            }
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Sending {
        byte[] send() throws IOException;
    }
}
