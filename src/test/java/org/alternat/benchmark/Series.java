package org.alternat.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Signatures that were made one after the other. What one costs is the median of it and its neighbours, of all repetitions. */
final class Series {

    private static final int NEIGHBOURS = 2;

    private final Map<Integer, List<Made>> made = new TreeMap<>();

    /** @param before size of the file in bytes @param bytes what the signature added to it */
    record Made(long before, Cost cost, long bytes) {}

    void add(int n, Made signature) {
        made.computeIfAbsent(n, key -> new ArrayList<>()).add(signature);
    }

    void tell(BenchmarkRows rows, int baseKb, List<Integer> told) {
        for (int n : told) {
            if (made.containsKey(n)) {
                Made one = made.get(n).get(0);
                rows.add("sign-bt", n, baseKb, one.before(), cost(n), one.bytes());
            }
        }
    }

    private Cost cost(int n) {
        List<Cost> near = new ArrayList<>();
        for (int i = n - NEIGHBOURS; i <= n + NEIGHBOURS; i++) {
            made.getOrDefault(i, List.of()).forEach(signature -> near.add(signature.cost()));
        }
        return Cost.median(near);
    }
}
