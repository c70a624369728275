package org.alternat.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of work took.
 *
 * @param cpuMs milliseconds of processor time: the figure that a busy machine changes least
 * @param wallMs milliseconds on the clock
 */
public record Cost(double cpuMs, double wallMs) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The cost of some work to the thread that does it. */
    public static Cost of(Work work) throws Exception {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Cost((THREADS.getCurrentThreadCpuTime() - cpu) / 1e6, (System.nanoTime() - wall) / 1e6);
    }

    /** The costs of the same work, done again and again, after twice as often to warm up. */
    static List<Cost> several(int times, Work work) throws Exception {
        List<Cost> costs = new java.util.ArrayList<>();
        for (int i = -2 * times; i < times; i++) {
            Cost cost = of(work);
            if (i >= 0) {
                costs.add(cost);
            }
        }
        return costs;
    }

    /** The middle one of several, for each figure by itself. */
    public static Cost median(List<Cost> costs) {
        return new Cost(median(costs, Cost::cpuMs), median(costs, Cost::wallMs));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Something that is measured. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
