package org.alternat.pki;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * At most so many requests in any window of a given length, wherever it begins. Some authorities answer one request too many by
 * silence for a day; limiters that count by the clock's periods let twice the number through around a boundary.
 */
final class Pace {

    private final int requests;
    private final long windowNanos;
    private final LongSupplier nanoTime;
    private final Deque<Long> taken = new ArrayDeque<>();

    Pace(int requests, Duration window, LongSupplier nanoTime) {
        this.requests = requests;
        this.windowNanos = window.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Takes the next free place, if it is free soon enough; nothing is taken otherwise.
     *
     * @return nanoseconds to wait before the request may leave, or -1 when that would be longer than {@code patience}
     */
    synchronized long take(Duration patience) {
        long now = nanoTime.getAsLong();
        while (!taken.isEmpty() && now - taken.peekFirst() >= windowNanos) {
            taken.removeFirst();
        }
        long at = now;
        if (taken.size() >= requests) {
            // Places that are promised count as well, so the next one follows the one that many places before it.
            Long[] places = taken.toArray(Long[]::new);
            at = Math.max(now, places[places.length - requests] + windowNanos);
        }
        if (at - now > patience.toNanos()) {
            return -1;
        }
        taken.addLast(at);
        return at - now;
    }
}
