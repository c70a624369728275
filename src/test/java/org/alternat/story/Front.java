package org.alternat.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The address that people know: each connection goes to one of the nodes in turn, or to another one while that is down. When a
 * node dies, its connections break off, as they do behind any balancer.
 */
final class Front implements AutoCloseable {

    private final ServerSocket door;
    private final List<Integer> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService carriers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "front");
        thread.setDaemon(true);
        return thread;
    });

    /** @param nodes the ports of the nodes, up or not */
    Front(List<Integer> nodes) throws IOException {
        this.nodes = List.copyOf(nodes);
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        carriers.execute(this::welcome);
    }

    URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                carriers.execute(() -> lead(visitor));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void lead(Socket visitor) {
        int first = turn.getAndIncrement();
        for (int n = 0; n < nodes.size(); n++) {
            try {
                Socket node =
                        new Socket(InetAddress.getLoopbackAddress(), nodes.get(Math.floorMod(first + n, nodes.size())));
                carriers.execute(() -> carry(visitor, node));
                carry(node, visitor);
                return;
            } catch (IOException e) {
                // This node is down: the next one.
            }
        }
        close(visitor);
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException e) {
            // One end is gone, so the other one goes too.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        carriers.shutdownNow();
    }
}
