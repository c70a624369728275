package org.alternat.pades.attack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alternat.pades.ChainFixture;
import org.alternat.pades.InvitedPerson;
import org.alternat.pades.SignatureVerifier;
import org.alternat.pades.UploadVerdict;
import org.alternat.pades.UploadedRevisionGate;
import org.alternat.pades.UploadedRevisionGate.Upload;
import org.alternat.pki.RevocationProofs;
import org.alternat.pki.SignatureRules;
import org.alternat.shared.PdfBytes;

/**
 * A certified declaration that the first of three people has signed here. The second, Zoë D’Hondt, was sent the head and
 * signs with a card of her own; everybody else in the world may try as well.
 */
final class Scene {

    static final String FIELD = "SIG_0002";

    final ForeignPki cards = new ForeignPki();
    final ForeignPki.Card zoe = cards.card("Zoë Marie", "D'HONDT");
    final ForeignPki.Card stolen = cards.card("Zoë Marie", "D'HONDT");
    final ChainFixture chain;
    final UploadedRevisionGate gate;

    Scene(Path folder) throws Exception {
        chain = new ChainFixture(folder, ChainFixture.text(2), 3);
        chain.pki().trusting(cards.root());
        chain.certify();
        chain.sign(1);
        gate = new UploadedRevisionGate(
                chain.pki().anchors(),
                certificates -> new RevocationProofs(lists(), List.of(), false),
                new SignatureRules(3000),
                512 * 1024);
    }

    byte[] head() {
        return chain.head().toByteArray();
    }

    /** The state before the first person signed. */
    byte[] earlier() {
        return chain.prefixes().get(chain.prefixes().size() - 2).toByteArray();
    }

    PdfUpdate update() {
        return new PdfUpdate(head());
    }

    ForeignTool tool() {
        return toolOf(zoe);
    }

    ForeignTool toolOf(ForeignPki.Card card) {
        return new ForeignTool(card, cards.chainOf(card), chain.pki().timestamps());
    }

    ForeignTool toolWithoutTimestamp() {
        return new ForeignTool(zoe, cards.chainOf(zoe), null);
    }

    byte[] honest() {
        return tool().sign(update(), FIELD);
    }

    /** A text that Zoë has certified with P=1: nothing but proof may follow. */
    byte[] closed() {
        ForeignTool tool = tool();
        tool.entries =
                "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]";
        PdfUpdate update = new PdfUpdate(chain.prefixes().get(1).toByteArray());
        int signature = update.add(tool.dictionary());
        update.insert(update.field(FIELD), "/V " + signature + " 0 R");
        update.insert(update.root(), "/Perms<</DocMDP " + signature + " 0 R>>");
        return tool.seal(update);
    }

    private List<byte[]> lists() {
        try {
            return List.of(
                    cards.revocationList(stolen),
                    chain.pki().authority().revocationList().getEncoded());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    UploadVerdict check(byte[] upload) {
        return check(gate, upload);
    }

    /** As {@link #check}, by a gate that asks the authorities over the network. */
    UploadVerdict checkAsking(byte[] upload) {
        return check(
                new UploadedRevisionGate(
                        chain.pki().anchors(), chain.pki().revocationData(), new SignatureRules(3000), 512 * 1024),
                upload);
    }

    private UploadVerdict check(UploadedRevisionGate by, byte[] upload) {
        return by.check(new Upload(
                chain.head(),
                new PdfBytes(upload),
                FIELD,
                new InvitedPerson("Zoë", "D’Hondt", Optional.empty()),
                Instant.now().minusSeconds(3600),
                Instant.now()));
    }

    SignatureVerifier verifier() {
        return new SignatureVerifier(chain.pki().anchors());
    }
}
