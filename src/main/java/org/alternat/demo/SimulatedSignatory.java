package org.alternat.demo;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.alternat.shared.EmailAddress;

/** Somebody who gets a letter, opens the link, enters the code, reads, and answers: through the pages, like anybody. */
public final class SimulatedSignatory {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmailAddress address;
    private final Mailbox mailbox;
    private final Browser browser = new Browser();

    public SimulatedSignatory(EmailAddress address, Mailbox mailbox) {
        this.address = address;
        this.mailbox = mailbox;
    }

    /** Answers the invitation with a signature. */
    public Answer sign() {
        return sign(reachDocument());
    }

    /** Ticks and presses on a document page that is open already. */
    public Answer sign(Page document) {
        long started = System.nanoTime();
        Page done = browser.submit(document, path(document, "signature"), Map.of("read", "true"));
        expect(done.status() == 200 && done.address().getPath().endsWith("/done"), "sign", done);
        return new Answer(address, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }

    /** Answers the invitation with a refusal. */
    public Answer refuse(String reason) {
        Page document = reachDocument();
        long started = System.nanoTime();
        Page form = browser.open(document.address().resolve(path(document, "refusal")));
        Page done = browser.submit(form, path(document, "refusal"), Map.of("reason", reason));
        expect(done.status() == 200, "refuse", done);
        return new Answer(address, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }

    /** Opens the link, proves the code, and reads: everything before the answer. */
    public Page reachDocument() {
        String link = mailbox.await(address.value(), Mailbox.LINK, 1, PATIENCE);
        Page landing = browser.open(URI.create(link));
        expect(landing.status() == 200, "open the link", landing);
        Page entry = browser.submit(landing, landing.address().getPath() + "/code", Map.of());
        expect(entry.status() == 200, "ask for a code", entry);
        String code = mailbox.await(address.value(), Mailbox.CODE, 1, PATIENCE);
        Page document = browser.submit(entry, landing.address().getPath() + "/code-entry", Map.of("code", code));
        expect(
                document.status() == 200 && document.address().getPath().endsWith("/document"),
                "enter the code",
                document);
        byte[] pdf = browser.download(document.address().resolve(path(document, "document.pdf")));
        if (pdf.length < 5 || pdf[0] != '%' || pdf[1] != 'P') {
            throw new IllegalStateException("what was shown is no PDF");
        }
        // Opened again, now that the document has been read: the page knows what it shows.
        return browser.open(document.address());
    }

    public Browser browser() {
        return browser;
    }

    private static String path(Page document, String step) {
        return document.address().getPath().replaceFirst("/document$", "/" + step);
    }

    private static void expect(boolean fine, String what, Page page) {
        if (!fine) {
            throw new IllegalStateException("could not " + what + ": status " + page.status());
        }
    }

    /** How long the person waited between the press and the page that confirms it. */
    public record Answer(EmailAddress address, long milliseconds) {}
}
