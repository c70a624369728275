package org.alternat.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.alternat.AlternatApplication;
import org.alternat.testing.MovableClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Whatever five people, an organiser, the clock and the workers do, in whatever order: a move that is not allowed changes
 * nothing, and what is kept stays true. The real services, the real engine, a real database.
 */
class RandomMovesTest {

    private static ConfigurableApplicationContext service;

    @BeforeContainer
    static void start() throws IOException {
        service = new SpringApplicationBuilder(AlternatApplication.class, Time.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:random-moves;DB_CLOSE_DELAY=-1",
                        "--alternat.home=" + FivePeople.newHome(),
                        "--alternat.base-url=https://sign.example.org",
                        "--alternat.judge.timeout=5m",
                        "--logging.level.root=error",
                        "--logging.level.org.alternat=error",
                        "--spring.main.banner-mode=off");
        // From now on a step runs only when a move says so.
        service.getBean(EngineLifecycle.class).stop();
    }

    @AfterContainer
    static void stop() {
        service.close();
        ClockUtil.reset();
    }

    @Property(tries = 16, shrinking = ShrinkingMode.BOUNDED)
    void no_sequence_of_moves_loses_doubles_or_freezes_anything(
            @ForAll("rounds") List<Integer> rounds, @ForAll("moves") List<Move> moves) {
        FivePeople world = new FivePeople(service, rounds);
        Invariants.hold(world);
        for (Move move : moves) {
            List<Object> before = world.kept();
            if (!move.act().make(world)) {
                assertThat(world.kept()).as("after: " + move).isEqualTo(before);
            }
            Invariants.hold(world);
        }
        Move.endPause(world);
        world.untilTheEnd();
        Invariants.holdAtTheEnd(world);
        Statistics.label("how they ended").collect(world.now().state());
    }

    @Provide
    Arbitrary<List<Integer>> rounds() {
        return Arbitraries.integers().between(1, 3).list().ofSize(FivePeople.PEOPLE);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Arbitraries.frequencyOf(Tuple.of(3, Move.anything()), Tuple.of(1, Move.towardsTheEnd()));
    }

    static class Time {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(Instant.now().minus(90, ChronoUnit.DAYS));
        }
    }
}
