package org.alternat.judge;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.alternat.shared.PdfBytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The second opinion on a signed PDF: EU DSS, by EN 319 102-1 and a strict policy, in a child process that shares no line of
 * code, no secret and no network with the service. One judgement at a time on each node, and beside it one of a file that a
 * visitor brings: strangers never hold up a declaration.
 */
@Service
public class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JudgeProperties properties;
    private final JudgeCommand command;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Semaphore bench = new Semaphore(1, true);
    private final Semaphore visitors = new Semaphore(1, true);

    Judge(JudgeProperties properties) {
        this.properties = properties;
        this.command = new JudgeCommand(properties);
    }

    /**
     * Judges the file as of now.
     *
     * @param trustAnchors the only issuers that are believed, for signatures, timestamps and revocation data alike
     * @throws JudgeUnavailableException when no judgement came in time; it says nothing about the file
     * @throws UnjudgeableFileException when the file cannot be read as a PDF
     */
    public Judgement judge(PdfBytes file, List<X509Certificate> trustAnchors) {
        return judge(file, trustAnchors, null);
    }

    /** As {@link #judge(PdfBytes, List)}, for another instant: would it have passed, or will it pass, then? */
    public Judgement judge(PdfBytes file, List<X509Certificate> trustAnchors, @Nullable Instant validationTime) {
        return inTurn(bench, properties.timeout(), properties.timeout(), file, trustAnchors, validationTime);
    }

    /**
     * Judges a file that a visitor brings, as of now, in less time and only when no other visitor's is being judged.
     *
     * @throws JudgeBusyException when another one is
     * @throws JudgeUnavailableException when no judgement came in time; it says nothing about the file
     * @throws UnjudgeableFileException when the file cannot be read as a PDF
     */
    public Judgement judgeForVisitor(PdfBytes file, List<X509Certificate> trustAnchors) {
        return inTurn(visitors, PATIENCE, properties.visitorTimeout(), file, trustAnchors, null);
    }

    private Judgement inTurn(
            Semaphore turn,
            Duration patience,
            Duration limit,
            PdfBytes file,
            List<X509Certificate> trustAnchors,
            @Nullable Instant validationTime) {
        Request request = new Request(
                Base64.getEncoder().encodeToString(file.toByteArray()),
                trustAnchors.stream().map(Judge::encoded).toList(),
                validationTime == null ? null : validationTime.toString());
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new JudgeBusyException();
            }
            try {
                return ask(request, file, limit);
            } finally {
                turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeUnavailableException("Interrupted while waiting for the judge", e);
        }
    }

    private Judgement ask(Request request, PdfBytes file, Duration base) throws InterruptedException {
        long started = System.nanoTime();
        // Every signature digests the whole file before it: 24 of them on 45 MB took 25 s of CPU time.
        Duration limit = base.plusSeconds(file.length() >> 20);
        byte[] answer = new JudgeChild(command, limit).ask(json.writeValueAsBytes(request));
        LOG.info(
                "Judged a file of {} bytes in {} ms",
                file.length(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        try {
            return json.readValue(answer, Answer.class).judgement();
        } catch (JacksonException e) {
            throw new JudgeUnavailableException("The judge's answer cannot be read", e);
        }
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A trust anchor that has no DER form", e);
        }
    }
}
