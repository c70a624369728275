package org.alternat.pki;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a seal takes with it: one list of each CA that issued something lasting, and our own lists come from us. */
class RevocationDataTest {

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer ourselves;

    @BeforeEach
    void listen() throws Exception {
        ourselves = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        ourselves.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        ourselves.start();
    }

    @AfterEach
    void close() {
        ourselves.stop(0);
    }

    @Test
    void one_list_of_each_generation_is_made_here_and_nobody_is_asked() throws Exception {
        String address = "http://localhost:" + ourselves.getAddress().getPort();
        TestPki first = TestPki.at(address, 1, folder);
        X509CertificateHolder oldSeal = first.sealCertificate();
        TestPki second = TestPki.at(address, 2, folder);
        assertThat(oldSeal.getExtension(org.bouncycastle.asn1.x509.Extension.cRLDistributionPoints))
                .as("a certificate that says where to ask")
                .isNotNull();

        List<byte[]> lists = second.revocationData()
                .ask(List.of(
                        oldSeal,
                        second.sealCertificate(),
                        second.timestamps().certificates().get(0),
                        second.authority().certificate()))
                .lists();

        assertThat(lists).hasSize(2);
        assertThat(new X509CRLHolder(lists.get(0)).getIssuer())
                .isEqualTo(first.authority().certificate().getSubject());
        assertThat(new X509CRLHolder(lists.get(1)).getIssuer())
                .isEqualTo(second.authority().certificate().getSubject());
        assertThat(asked).hasValue(0);
    }
}
