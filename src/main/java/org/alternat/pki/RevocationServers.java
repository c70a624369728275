package org.alternat.pki;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Asks the servers of authorities. What they send is read here and not yet believed. */
final class RevocationServers {

    private static final int LARGEST_LIST = 5 * 1024 * 1024;
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final BoundedHttp lists;
    private final BoundedHttp answers;

    /** @param timeout how long one answer may take */
    RevocationServers(Duration timeout) {
        this.lists = new BoundedHttp(timeout, LARGEST_LIST);
        this.answers = new BoundedHttp(timeout, LARGEST_ANSWER);
    }

    /** @throws IOException when there is no list to be had, in words that fit into a sentence about the address */
    byte[] list(URI address) throws IOException {
        return new X509CRLHolder(body(lists, HttpRequest.newBuilder(address).GET())).getEncoded();
    }

    /**
     * Asks for one certificate by POST (RFC 6960, appendix A.1), without a nonce, as responders at scale want it (RFC 9654 makes
     * it optional): an answer is believed for as long as it says itself.
     *
     * @throws IOException when there is no answer to be had
     */
    byte[] answer(URI address, X509CertificateHolder certificate, X509CertificateHolder issuer) throws IOException {
        byte[] body = body(
                answers,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/ocsp-request")
                        .header("Accept", "application/ocsp-response")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(question(certificate, issuer))));
        try {
            OCSPResp answer = new OCSPResp(body);
            if (answer.getStatus() != OCSPResponseStatus.SUCCESSFUL) {
                throw new IOException("OCSP status " + answer.getStatus());
            }
            if (!(answer.getResponseObject() instanceof BasicOCSPResp)) {
                throw new IOException("an OCSP response of an unknown kind");
            }
            return answer.getEncoded();
        } catch (OCSPException | RuntimeException e) {
            throw new IOException("an OCSP response that cannot be read", e);
        }
    }

    /** SHA-1 only names the issuer here, and every responder knows certificates by it (RFC 5019, section 2.1.1). */
    private static byte[] question(X509CertificateHolder certificate, X509CertificateHolder issuer) throws IOException {
        try {
            return new OCSPReqBuilder()
                    .addRequest(new CertificateID(
                            new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1),
                            issuer,
                            certificate.getSerialNumber()))
                    .build()
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException e) {
            throw new IllegalStateException("SHA-1 is always there", e);
        }
    }

    private static byte[] body(BoundedHttp http, HttpRequest.Builder request) throws IOException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request);
        } catch (IOException e) {
            throw new SilentServerException(e);
        }
        if (response.statusCode() != 200) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        return response.body();
    }

    /** There is nobody on the other side, or not in time: whatever else would be asked there. */
    static final class SilentServerException extends IOException {

        SilentServerException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
