package org.alternat.mail.web;

import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/** Tells whether a request comes from the machine that the service runs on, and from no farther. */
final class SameMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private SameMachine() {}

    /**
     * Asks four things, because each alone can be had from outside: a client behind a trusted proxy can claim a loopback
     * address in a header, but not connect to ours; a proxy on this machine connects to ours, but says for whom; a foreign
     * page can make a browser here ask, but by its own host name.
     */
    static boolean sent(HttpServletRequest request) {
        HttpServletRequest arrived = asItArrived(request);
        return isLoopback(arrived.getLocalAddr())
                && isLoopback(arrived.getRemoteAddr())
                && NAMES.contains(arrived.getServerName())
                && PASSED_ON.stream().allMatch(header -> arrived.getHeader(header) == null);
    }

    /** Without the filter that believes forwarded headers and then hides them. */
    private static HttpServletRequest asItArrived(HttpServletRequest request) {
        HttpServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper
                && wrapper.getRequest() instanceof HttpServletRequest wrapped) {
            innermost = wrapped;
        }
        return innermost;
    }

    private static boolean isLoopback(String address) {
        try {
            // The container gives a literal address, so nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
