package org.alternat.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server (RFC 5321) that answers each verb as the test tells it to, and remembers the messages it accepted. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private volatile boolean hangsUpAfterData;

    ScriptedSmtpServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void answer(String verb, String line) {
        answers.put(verb, line);
    }

    void answerNormally() {
        answers.clear();
    }

    /** Accepts the message, then drops the connection without waiting for QUIT. */
    void hangUpAfterData() {
        hangsUpAfterData = true;
    }

    /** The envelope senders, one for each MAIL command. */
    List<String> senders() {
        return senders;
    }

    List<String> accepted() {
        return accepted;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException e) {
                // the client went away, or the test is over
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        say(client, "220 scripted.example.org ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            if (verb.equals("MAIL")) {
                senders.add(line.replaceFirst("(?i)^MAIL FROM:<([^>]*)>.*", "$1"));
            }
            if (answers.containsKey(verb)) {
                say(client, answers.get(verb));
            } else if (verb.equals("DATA")) {
                say(client, "354 go on");
                StringBuilder message = new StringBuilder();
                for (String data = in.readLine(); data != null && !data.equals("."); data = in.readLine()) {
                    message.append(data).append('\n');
                }
                accepted.add(message.toString());
                say(client, "250 2.0.0 queued as 4711");
                if (hangsUpAfterData) {
                    return;
                }
            } else if (verb.equals("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }
}
