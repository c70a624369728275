package org.alternat.judge.process;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One request in, one answer out, then the process ends. The file may be hostile: whatever it does to the libraries that read
 * it stays in here, where there is no secret to take and no network to use.
 */
final class JudgeProcess {

    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt");
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private JudgeProcess() {}

    public static void main(String[] arguments) throws IOException {
        OutputStream answers = System.out;
        // The answer alone goes to standard output, whatever a library prints.
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> complain(trouble));
        refuseTheNetwork();
        Request request = JSON.fromJson(read(System.in), Request.class);
        answers.write(JSON.toJson(new Bench().judge(request)).getBytes(StandardCharsets.UTF_8));
        answers.flush();
        // A parser's left-over thread must not keep the process alive.
        System.exit(0);
    }

    /** Kinds and places, no messages: a message may quote the file, and what stands here reaches the service's log. */
    private static void complain(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            StackTraceElement[] places = cause.getStackTrace();
            System.err.println(cause.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]));
        }
        System.exit(1);
    }

    private static String read(InputStream input) throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** No source of DSS is online; this holds even if a certificate's addresses or a parser tried to be. */
    private static void refuseTheNetwork() {
        URL.setURLStreamHandlerFactory(protocol -> {
            if (LOCAL.contains(protocol)) {
                return null;
            }
            throw new SecurityException("The judge has no network, refused: " + protocol);
        });
    }
}
