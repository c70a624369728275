package org.alternat.story;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.alternat.demo.Browser;
import org.alternat.demo.Mailbox;
import org.alternat.demo.Page;
import org.alternat.shared.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who tries again when the page does not come, until the answer is recorded. */
final class PatientSignatory {

    private static final Duration LETTER = Duration.ofMinutes(10);
    private static final Duration CODE = Duration.ofSeconds(20);

    private final EmailAddress address;
    private final PostOffice post;
    private final JdbcClient database;
    private final Browser browser = new Browser();

    PatientSignatory(EmailAddress address, PostOffice post, JdbcClient database) {
        this.address = address;
        this.post = post;
        this.database = database;
    }

    void answer() {
        URI link = URI.create(post.await(address.value(), Mailbox.LINK, 1, LETTER));
        int tries = 0;
        while (!isRecorded()) {
            try {
                attempt(link);
            } catch (java.io.UncheckedIOException | IllegalStateException e) {
                if (++tries > 200) {
                    throw new IllegalStateException("no answer after " + tries + " tries", e);
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    private void attempt(URI link) {
        Page document = browser.open(URI.create(link + "/document"));
        if (!document.address().getPath().endsWith("/document")) {
            document = proveCode(link);
        }
        browser.download(URI.create(link + "/document.pdf"));
        document = browser.open(document.address());
        browser.submit(document, link.getPath() + "/signature", Map.of("read", "true"));
    }

    /** A code that came before a node died may be the one that counts; whichever is the last is tried. */
    private Page proveCode(URI link) {
        Page landing = browser.open(link);
        int before = codes();
        Page entry = browser.submit(landing, link.getPath() + "/code", Map.of());
        String code;
        try {
            code = post.await(address.value(), Mailbox.CODE, before + 1, CODE);
        } catch (IllegalStateException e) {
            code = post.await(address.value(), Mailbox.CODE, Math.max(before, 1), CODE);
        }
        Page document = browser.submit(entry, link.getPath() + "/code-entry", Map.of("code", code));
        if (!document.address().getPath().endsWith("/document")) {
            throw new IllegalStateException("the code was not taken: " + document.status());
        }
        return document;
    }

    private int codes() {
        return post.count(address.value(), Mailbox.CODE);
    }

    private boolean isRecorded() {
        return database.sql("select count(*) from signatory where email = ? and consented_at is not null")
                        .param(address.value())
                        .query(Long.class)
                        .single()
                == 1;
    }
}
