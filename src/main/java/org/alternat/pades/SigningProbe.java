package org.alternat.pades;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.alternat.pades.ChainWriter.SignatureDetails;
import org.alternat.pki.RemoteSigningException;
import org.alternat.pki.ServiceSeal;
import org.alternat.pki.SignatorySigner;
import org.alternat.pki.SignatorySubject;
import org.alternat.pki.TimestampUnavailableException;
import org.alternat.pki.TrustAnchors;
import org.alternat.shared.PdfBytes;
import org.alternat.shared.SignatoryId;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Signs and seals a small PDF and verifies it before the service opens its door: a key that does not work is found now, not
 * when two dozen people have consented. A timestamp authority that is away stops nobody from starting; it is said in the
 * log, and signatures wait for it. The probe runs beside the rest of the start; the door waits for its outcome.
 */
@Component
class SigningProbe implements InitializingBean, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SigningProbe.class);

    private final SignatorySigner signer;
    private final ServiceSeal seal;
    private final TrustAnchors anchors;
    private final Clock clock;
    private final FutureTask<Boolean> outcome = new FutureTask<>(this::run, true);

    SigningProbe(SignatorySigner signer, ServiceSeal seal, TrustAnchors anchors, Clock clock) {
        this.signer = signer;
        this.seal = seal;
        this.anchors = anchors;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        Thread thread = new Thread(outcome, "signing-probe");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void start() {
        try {
            outcome.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException mistake ? mistake : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the probe was signed", e);
        }
    }

    @Override
    public void stop() {
        // Nothing goes on after the start.
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    /** After the engine's, before the web server's. */
    @Override
    public int getPhase() {
        return 1;
    }

    private void run() {
        try {
            probe();
        } catch (TimestampUnavailableException e) {
            log.warn(
                    "alternat.pki.timestamp-authorities: no timestamp can be had now ({}); signatures will wait",
                    e.getMessage());
        } catch (RemoteSigningException e) {
            log.warn("alternat.pki.remote-seal: no seal can be had now ({}); sealing will wait", e.getMessage());
        }
    }

    private void probe() {
        String field = SignatureFields.signature(1);
        PdfBytes prepared = new FieldPreparation().prepare(onePage(), pages(field));
        ChainWriter writer = new ChainWriter();
        AppendedRevision signed = writer.sign(
                ChainReader.read(prepared),
                details(field),
                signer.signerFor(new SignatorySubject(SignatoryId.random(), "Probe", "Probe", "Alternat", null)));
        AppendedRevision sealed = writer.sign(signed.state(), details(SignatureFields.SEAL), seal);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(prepared.toByteArray());
        file.writeBytes(signed.delta());
        file.writeBytes(sealed.delta());
        if (!new SignatureVerifier(anchors)
                .verify(new PdfBytes(file.toByteArray()))
                .valid()) {
            throw new IllegalStateException(
                    "alternat.pki.key-directory, alternat.pki.trust-anchors: a probe signed with these keys does not verify");
        }
        log.info("Signed, sealed and verified a probe");
    }

    private SignatureDetails details(String field) {
        return new SignatureDetails(field, "Probe", "Probe", "", clock.instant(), List.of("Probe"));
    }

    private static SignaturePages pages(String field) {
        return new SignaturePages(
                "Probe",
                "Probe",
                Locale.ENGLISH,
                List.of(new SignaturePages.Group(
                        "Probe", List.of(new SignaturePages.Block(1, field, "Probe", "", "Probe", Locale.ENGLISH)))),
                "Probe");
    }

    private static PdfBytes onePage() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return new PdfBytes(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
