package io.fluxlab.lecture.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.workload.LooseContext;
import io.fluxlab.workload.RunThreads;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RaceTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final LooseContext context = LooseContext.open();
    private final Racer one = new Racer("one", () -> {});
    private final Racer other = new Racer("other", () -> {});

    static Stream<Race> races() {
        return Stream.of(Race.free(), Race.confined());
    }

    @AfterEach
    void closeContext() {
        context.close();
    }

    @ParameterizedTest
    @MethodSource("races")
    void everyRacerTakesAllItsSteps(Race race) throws Exception {
        long nanos = race.run(List.of(one, other), 10_001, LONG, context);

        assertThat(List.of(one.steps(), other.steps())).containsOnly(10_001L);
        assertThat(nanos).isPositive();
    }

    @ParameterizedTest
    @MethodSource("races")
    void raceEndsWhenItsTimeIsUpAndLeavesNoThread(Race race) throws Exception {
        RunThreads threads = RunThreads.now();

        race.run(List.of(one, other), Long.MAX_VALUE, Duration.ofMillis(100), context);

        threads.assertNoneLeft();
        long steps = one.steps() + other.steps();
        assertThat(steps).isPositive();
        assertThat(one.steps() + other.steps()).isEqualTo(steps);
    }

    @Test
    void freeRacersRunOnTheirOwnThreadsAndConfinedOnesOnOne() throws Exception {
        Race.free().run(List.of(one, other), 100, LONG, context);
        assertThat(List.of(one.threads(), other.threads())).containsExactly(List.of("one"), List.of("other"));

        Race.confined().run(List.of(one, other), 100, LONG, context);
        assertThat(List.of(one.threads(), other.threads()))
                .containsExactly(List.of("one", "owner"), List.of("other", "owner"));
    }
}
