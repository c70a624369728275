package org.alternat.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/** An outside RFC 3161 authority over HTTP, with a root and a revocation list of its own, that can be down or hold its answers. */
public final class TestTimestampAuthority implements AutoCloseable {

    public enum Mood {
        ANSWERS,
        FAILS,
        HOLDS,
        DRIPS,
        FLOODS,
        REJECTS,
        ANSWERS_SOMETHING_ELSE
    }

    private final KeyPair rootKey = keyPair();
    private final KeyPair unitKey = keyPair();
    private final HttpServer server;
    private final X509CertificateHolder root;
    private final X509CertificateHolder unit;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.ANSWERS;
    private volatile boolean listWithheld;

    public TestTimestampAuthority() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            root = root();
            unit = unit();
            server.createContext("/tsa", this::answer);
            server.createContext("/root.crl", this::revocationList);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/tsa");
    }

    public void mood(Mood next) {
        mood = next;
    }

    /** From now on nobody learns which of its certificates are revoked. */
    void withholdRevocationList() {
        listWithheld = true;
    }

    void publishRevocationList() {
        listWithheld = false;
    }

    public int timesAsked() {
        return asked.get();
    }

    /** Writes the root as PEM, to be trusted. */
    Path anchor(Path folder) throws IOException {
        Path file = folder.resolve("test-tsa-root.pem");
        Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return file;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            byte[] query = exchange.getRequestBody().readAllBytes();
            if (mood == Mood.HOLDS) {
                closing.await();
                return;
            }
            if (mood == Mood.FAILS) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            if (mood == Mood.DRIPS) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write(0x30);
                exchange.getResponseBody().flush();
                closing.await();
                return;
            }
            byte[] response = response(query);
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] response(byte[] query) throws Exception {
        return switch (mood) {
            case FLOODS -> new byte[200_000];
            case REJECTS ->
                generator()
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badAlg, "we do not like your digest")
                        .getEncoded();
            case ANSWERS_SOMETHING_ELSE -> token(otherImprint(query));
            default -> token(query);
        };
    }

    private static byte[] otherImprint(byte[] query) throws Exception {
        TimeStampRequest asked = new TimeStampRequest(query);
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        return other.generate(asked.getMessageImprintAlgOID(), new byte[32], asked.getNonce())
                .getEncoded();
    }

    private byte[] token(byte[] query) throws Exception {
        return generator()
                .generate(new TimeStampRequest(query), BigInteger.valueOf(System.nanoTime()), Date.from(Instant.now()))
                .getEncoded();
    }

    private TimeStampResponseGenerator generator() throws Exception {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", unitKey.getPrivate(), unit),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("2.25.1"));
        tokens.addCertificates(new CollectionStore<>(List.of(unit, root)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    }

    private void revocationList(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (listWithheld) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            X509v2CRLBuilder list = new X509v2CRLBuilder(root.getSubject(), new Date());
            list.setNextUpdate(Date.from(Instant.now().plus(7, ChronoUnit.DAYS)));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootKey.getPublic()));
            list.addExtension(Extension.cRLNumber, false, new org.bouncycastle.asn1.x509.CRLNumber(BigInteger.ONE));
            byte[] der = list.build(signer(rootKey)).getEncoded();
            exchange.sendResponseHeaders(200, der.length);
            exchange.getResponseBody().write(der);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private X509CertificateHolder root() throws Exception {
        X500Name name = new X500Name("C=BE,O=Test Timestamps,CN=Test Timestamps Root");
        X509v3CertificateBuilder builder = builder(name, name, rootKey);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(rootKey.getPublic()));
        return builder.build(signer(rootKey));
    }

    private X509CertificateHolder unit() throws Exception {
        X509v3CertificateBuilder builder =
                builder(root.getSubject(), new X500Name("C=BE,O=Test Timestamps,CN=Test Timestamp Unit"), unitKey);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootKey.getPublic()));
        GeneralName crl = new GeneralName(
                GeneralName.uniformResourceIdentifier,
                "http://localhost:" + server.getAddress().getPort() + "/root.crl");
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(crl)), null, null)
        }));
        return builder.build(signer(rootKey));
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair key) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(3650, ChronoUnit.DAYS)),
                subject,
                key.getPublic());
    }

    private static ContentSigner signer(KeyPair key) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
