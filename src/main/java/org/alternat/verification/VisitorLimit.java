package org.alternat.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alternat.shared.Network;
import org.springframework.stereotype.Component;

/**
 * So many checks for each network in a while, on this node: it protects the processor, not a secret, so neither a restart nor
 * a second node needs to know of it. Addresses are forgotten with the while.
 */
@Component
public class VisitorLimit {

    /** Checks that one address may ask for in {@link #WHILE}. */
    public static final int CHECKS = 20;

    /** The while. */
    public static final Duration WHILE = Duration.ofMinutes(10);

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<Network, Deque<Instant>> visits = new LinkedHashMap<>();

    VisitorLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes one check.
     *
     * @return false when this address has had its share
     */
    public synchronized boolean take(String address) {
        Network network = Network.of(address);
        Instant now = clock.instant();
        visits.values().removeIf(one -> one.getLast().isBefore(now.minus(WHILE)));
        Deque<Instant> mine = visits.computeIfAbsent(network, first -> new ArrayDeque<>());
        while (!mine.isEmpty() && mine.getFirst().isBefore(now.minus(WHILE))) {
            mine.removeFirst();
        }
        if (mine.size() >= CHECKS || visits.size() > REMEMBERED) {
            if (mine.isEmpty()) {
                visits.remove(network);
            }
            return false;
        }
        mine.addLast(now);
        return true;
    }
}
