package org.alternat.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.alternat.demo.Page;
import org.alternat.story.SampleCirculations;
import org.alternat.story.TwoNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fifty people at a time answer one declaration, on one node and on two, each the packaged service in a JVM of its own on one
 * PostgreSQL. All have read; counted from the first press until the last signature stands in the chain. Only the clock is read.
 */
class NodesBenchmark {

    private static final int SIGNATORIES = Integer.getInteger("nodes.signatories", 200);
    private static final int CLIENTS = 50;

    @TempDir
    Path folder;

    @Test
    void fifty_clients_on_one_node_and_on_two() throws Exception {
        BenchmarkRows rows = new BenchmarkRows("alternat");
        rows.add("answers-50-clients-1-node", SIGNATORIES, 0, answers(1), 0);
        rows.add("answers-50-clients-2-nodes", SIGNATORIES, 0, answers(2), 0);
        rows.publish();
    }

    private Cost answers(int nodes) throws Exception {
        try (TwoNodes cluster = TwoNodes.start(folder.resolve("nodes-" + nodes), nodes)) {
            new SampleCirculations(cluster.organiser()).release(SIGNATORIES);
            List<Callable<Page>> presses = AnswersBenchmark.readers(cluster.post(), SIGNATORIES);
            JdbcClient database = cluster.database();
            Cost cost = AnswersBenchmark.together(
                    CLIENTS, presses, () -> AnswersBenchmark.revisions(database, "SIGNATURE") == SIGNATORIES);
            return new Cost(0, cost.wallMs());
        }
    }
}
