package org.alternat.demo;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;

/** Reads the letters on the outbox page of the service, as a newcomer does. */
final class OutboxMailbox implements Mailbox {

    private static final Pattern ROW = Pattern.compile("href=\"/outbox/([^\"]+)\"");
    private static final Pattern TEXT = Pattern.compile("(?s)<div class=\"panel\"[^>]*>(.*?)</div>");
    private static final Pattern TO = Pattern.compile("&lt;(\\S+?@\\S+?)&gt;");

    private final Browser browser = new Browser();
    private final URI outbox;
    private final Map<String, OutboxLetter> read = new LinkedHashMap<>();

    OutboxMailbox(URI service) {
        this.outbox = service.resolve("/outbox");
    }

    @Override
    public String await(String address, Pattern wanted, int nth, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            List<String> found = matches(address, wanted);
            if (found.size() >= nth) {
                return found.get(nth - 1);
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("no such letter came within " + atMost.toSeconds() + " seconds");
            }
            collect();
            pause();
        }
    }

    private synchronized List<String> matches(String address, Pattern wanted) {
        List<String> found = new ArrayList<>();
        for (OutboxLetter letter : read.values()) {
            Matcher matcher = wanted.matcher(letter.text());
            if (letter.to().equalsIgnoreCase(address) && matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    /** The page lists the newest first; they are kept in the order in which they were sent. */
    private synchronized void collect() {
        List<String> fresh = new ArrayList<>();
        Matcher row = ROW.matcher(browser.open(outbox).body());
        while (row.find()) {
            if (!read.containsKey(row.group(1))) {
                fresh.add(0, row.group(1));
            }
        }
        for (String id : fresh) {
            Page letter = browser.open(outbox.resolve("/outbox/" + id));
            String text = letter.get(TEXT).replace("<br>", "\n").replaceAll("<[^>]+>", "");
            String to = letter.find(TO).orElse("");
            read.put(id, new OutboxLetter(HtmlEscape.unescapeHtml(to), HtmlEscape.unescapeHtml(text)));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private record OutboxLetter(String to, String text) {}
}
