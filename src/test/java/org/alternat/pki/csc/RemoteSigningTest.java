package org.alternat.pki.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.alternat.pki.CscProvider;
import org.alternat.pki.RemoteCredential;
import org.alternat.pki.RemoteSigner;
import org.alternat.pki.RemoteSigner.Mode;
import org.alternat.pki.RemoteSigningException;
import org.alternat.pki.TestPki;
import org.alternat.shared.Sha256;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key at a provider signs what it was authorised for and nothing else; whatever else comes back is refused by its name. */
class RemoteSigningTest {

    private static final byte[] DOCUMENT =
            Sha256.of("prepared bytes".getBytes(StandardCharsets.UTF_8)).bytes();

    @TempDir
    Path folder;

    private final CscProvider provider = new CscProvider("EC", "CN=Zoë D’Hondt,SURNAME=D’Hondt,GIVENNAME=Zoë");
    private CscCredential credential;
    private TestPki pki;

    @BeforeEach
    void connect() throws Exception {
        Files.writeString(folder.resolve("token"), CscProvider.TOKEN + "\n");
        Files.writeString(folder.resolve("pin"), CscProvider.PIN + "\n");
        credential = new CscCredential(settings(CscProvider.CREDENTIAL));
        pki = new TestPki(folder);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void the_chain_is_known_before_anything_is_signed() {
        List<X509CertificateHolder> chain = credential.chain();

        assertThat(chain).hasSize(2).last().isEqualTo(provider.root());
    }

    @Test
    void an_activation_is_good_for_the_hash_it_was_asked_for_and_for_one_use() {
        byte[] other = Sha256.of(new byte[] {1}).bytes();
        assertThatThrownBy(() -> credential.signHash(other, credential.authorize(DOCUMENT)))
                .isInstanceOf(RemoteSigningException.class)
                .hasMessageContaining("signatures/signHash")
                .hasMessageContaining("invalid_request");

        RemoteCredential.Activation once = credential.authorize(DOCUMENT);
        assertThat(credential.signHash(DOCUMENT, once)).isNotEmpty();
        assertThatThrownBy(() -> credential.signHash(DOCUMENT, once)).isInstanceOf(RemoteSigningException.class);
    }

    @Test
    void a_refusal_names_the_method_and_the_code_and_no_secret() throws Exception {
        Files.writeString(folder.resolve("pin"), "0000");

        assertThatThrownBy(() -> credential.authorize(DOCUMENT))
                .hasMessageContaining("credentials/authorize: HTTP status 400, invalid_pin")
                .hasMessageNotContaining("0000")
                .hasMessageNotContaining(CscProvider.TOKEN);
        assertThatThrownBy(() -> new CscCredential(settings("somebody else's")).chain())
                .hasMessageContaining("credentials/info: HTTP status 400, invalid_request");
        Files.writeString(folder.resolve("token"), "an old token");
        assertThatThrownBy(() -> credential.chain()).hasMessageContaining("HTTP status 401, invalid_token");
        provider.close();
        assertThatThrownBy(() -> credential.chain()).hasMessageContaining("credentials/info: no connection");
    }

    @Test
    void the_documents_hash_where_that_of_the_signed_attributes_belongs_is_caught() {
        RemoteCredential mixedUp = new Mixed() {
            @Override
            public byte[] signHash(byte[] hash, Activation activation) {
                return credential.signHash(DOCUMENT, credential.authorize(DOCUMENT));
            }
        };

        assertThatThrownBy(() -> new RemoteSigner(mixedUp, Mode.HASH, pki.timestamps()).sign(DOCUMENT))
                .isInstanceOf(RemoteSigningException.class)
                .hasMessageContaining("no signature of the credential's key over the hash sent");
    }

    @Test
    void another_hash_where_the_documents_belongs_is_caught() {
        RemoteCredential mixedUp = new Mixed() {
            @Override
            public byte[] signDocument(byte[] documentDigest, Activation activation) {
                byte[] attributes = Sha256.of(documentDigest).bytes();
                return credential.signDocument(attributes, credential.authorize(attributes));
            }
        };

        assertThatThrownBy(() -> new RemoteSigner(mixedUp, Mode.DOCUMENT, pki.timestamps()).sign(DOCUMENT))
                .isInstanceOf(RemoteSigningException.class)
                .hasMessageContaining("is over another document");
    }

    @Test
    void a_signature_by_another_certificate_than_the_one_told_is_caught() {
        provider.swapsItsKey();

        assertThatThrownBy(() -> new RemoteSigner(credential, Mode.DOCUMENT, pki.timestamps()).sign(DOCUMENT))
                .isInstanceOf(RemoteSigningException.class)
                .hasMessageContaining("another certificate than the credential's");
    }

    private CscSettings settings(String id) {
        return new CscSettings(
                provider.address(),
                id,
                folder.resolve("token"),
                folder.resolve("pin"),
                Mode.HASH,
                Duration.ofSeconds(5));
    }

    /** The credential, for somebody who mixes things up. */
    private class Mixed implements RemoteCredential {

        @Override
        public List<X509CertificateHolder> chain() {
            return credential.chain();
        }

        @Override
        public Activation authorize(byte[] hash) {
            return credential.authorize(hash);
        }

        @Override
        public byte[] signHash(byte[] hash, Activation activation) {
            return credential.signHash(hash, activation);
        }

        @Override
        public byte[] signDocument(byte[] documentDigest, Activation activation) {
            return credential.signDocument(documentDigest, activation);
        }
    }
}
