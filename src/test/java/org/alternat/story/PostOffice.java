package org.alternat.story;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alternat.demo.Mailbox;

/** A real SMTP server on a real socket, which may be closed for a while, and everybody's mailbox behind it. */
public final class PostOffice implements Mailbox, AutoCloseable {

    private final int port;
    private GreenMail server;

    public PostOffice() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public PostOffice open() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return this;
    }

    int port() {
        return port;
    }

    List<MimeMessage> received() {
        return server == null ? List.of() : List.of(server.getReceivedMessages());
    }

    List<MimeMessage> receivedBy(String address) throws Exception {
        List<MimeMessage> mine = new ArrayList<>();
        for (MimeMessage message : received()) {
            if (((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0])
                    .getAddress()
                    .equalsIgnoreCase(address)) {
                mine.add(message);
            }
        }
        return mine;
    }

    @Override
    public String await(String address, Pattern wanted, int nth, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            while (true) {
                List<String> found = matches(address, wanted);
                if (found.size() >= nth) {
                    return found.get(nth - 1);
                }
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("no such letter came within " + atMost);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many letters to somebody hold what is looked for. */
    int count(String address, Pattern wanted) {
        try {
            return matches(address, wanted).size();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> matches(String address, Pattern wanted) throws Exception {
        List<String> found = new ArrayList<>();
        for (MimeMessage message : receivedBy(address)) {
            Matcher matcher = wanted.matcher(text(message));
            if (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    /** The plain text of a letter. */
    static String text(Part part) throws Exception {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = text(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** Names and bytes of what is attached. */
    static List<Attached> attachments(Part part) throws Exception {
        List<Attached> found = new ArrayList<>();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                if (inner.getFileName() != null) {
                    found.add(new Attached(
                            inner.getFileName(), inner.getInputStream().readAllBytes()));
                } else {
                    found.addAll(attachments(inner));
                }
            }
        }
        return found;
    }

    record Attached(String name, byte[] bytes) {}

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
