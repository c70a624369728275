package org.alternat.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.alternat.shared.Sha256;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/**
 * The timestamp authority of the embedded default: it lives in the same process and trusts the same clock, so its tokens
 * prove order and integrity, not an independent time. Production names an outside authority.
 */
final class EmbeddedTimestampAuthority implements TimestampAuthority {

    /** Our policy: an arc under 2.25 (ITU-T X.667), which needs no registration. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.210477963428405012883640174093218274103");

    private final ServiceKey key;
    private final SecureRandom random;
    private final Clock clock;

    EmbeddedTimestampAuthority(ServiceKey key, SecureRandom random, Clock clock) {
        this.key = key;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public byte[] timestamp(Sha256 imprint) {
        try {
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return token(request.generate(TSPAlgorithms.SHA256, imprint.bytes()));
        } catch (TSPException | OperatorCreationException | IOException e) {
            throw new TimestampUnavailableException("the embedded timestamp authority failed", e);
        }
    }

    private byte[] token(TimeStampRequest request) throws TSPException, OperatorCreationException, IOException {
        DigestCalculator certificateDigest = new BcDigestCalculatorProvider().get(EcdsaSigner.SHA256);
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                        .setContentDigest(EcdsaSigner.SHA256)
                        .build(key.contentSigner(), key.certificate()),
                certificateDigest,
                POLICY);
        generator.addCertificates(new CollectionStore<>(key.chain()));
        generator.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
        generator.setAccuracySeconds(1);
        return generator
                .generate(request, new BigInteger(127, random).setBit(126), Date.from(clock.instant()))
                .toCMSSignedData()
                .toASN1Structure()
                .getEncoded(ASN1Encoding.DER);
    }

    @Override
    public List<X509CertificateHolder> certificates() {
        return key.chain();
    }
}
