package org.alternat.pki;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;

/**
 * What authorities answered when they were asked. Everything here is signed by who may say it, and is in force.
 *
 * @param lists CRLs in DER (RFC 5280, section 5), each once
 * @param answers OCSP responses in DER (RFC 6960, section 4.2.1), one for each certificate
 * @param silent whether a certificate's authority has places where it may be asked, and none of them answered
 */
public record RevocationProofs(List<byte[]> lists, List<byte[]> answers, boolean silent) {

    public RevocationProofs {
        lists = List.copyOf(lists);
        answers = List.copyOf(answers);
    }

    /** The certificates that came with the answers, of those who gave them in an authority's place. */
    public List<X509CertificateHolder> responders() {
        List<X509CertificateHolder> found = new ArrayList<>();
        try {
            for (byte[] answer : answers) {
                if (new OCSPResp(answer).getResponseObject() instanceof BasicOCSPResp basic) {
                    found.addAll(List.of(basic.getCerts()));
                }
            }
        } catch (IOException | OCSPException e) {
            throw new IllegalStateException("an answer that was read before", e);
        }
        return found.stream().distinct().toList();
    }
}
