package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.locks.MutexWorkload.Parameters;
import io.fluxlab.workload.ComputingWorkloadContract;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MutexWorkloadTest extends ComputingWorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new MutexWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("steps", 20_000, "rounds", 2);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("steps", 10_000, "rounds", 1000, "limitMillis", 3_600_000);
    }

    @Override
    protected Object lasting(Object item) {
        MutexRound round = (MutexRound) item;
        return List.of(
                round.round(),
                round.unlocked().reads(),
                round.locked().mixed(),
                round.confined().mixed());
    }

    @RepeatedTest(10)
    void mixedPairsAreSeenInEveryRoundWithoutALockAndInNoneWithOne() {
        List<MutexRound> rounds = rounds(brief());

        assertThat(rounds).hasSize(2).allSatisfy(round -> {
            assertThat(round.provoked().mixed()).isPositive();
            assertThat(round.locked().mixed()).isZero();
            assertThat(round.guarded().mixed()).isZero();
            assertThat(round.confined().mixed()).isZero();
        });
    }

    @Test
    void everyReaderAndWriterTakesAllItsSteps() {
        List<MutexRound> rounds = rounds(Map.of("readers", 3, "writers", 2, "steps", 1000, "rounds", 1));

        assertThat(rounds).singleElement().satisfies(round -> {
            assertThat(List.of(round.unlocked().reads(), round.locked().reads()))
                    .containsOnly(3000L);
            assertThat(List.of(round.unlocked().writes(), round.locked().writes()))
                    .containsOnly(2000L);
            assertThat(round.confined().reads()).isEqualTo(300);
        });
    }

    @Test
    void attemptsAreCountedFromTheOneThatSawMixedPairsAtOnce() {
        assertThat(rounds(brief()))
                .allMatch(round -> round.attempts() == 1
                        ? round.provoked().equals(round.unlocked())
                        : round.unlocked().mixed() == 0);
    }

    @Test
    void raceThatTakesTooLongIsNamed() {
        RunLog run = run("immediate", Map.of("steps", 1_000_000_000, "limitMillis", 50));

        assertThat(run.failures())
                .singleElement()
                .asString()
                .contains("4 readers and 4 writers did not end 1000000000 steps each within 50 ms");
    }

    private List<MutexRound> rounds(Map<String, Object> parameters) {
        return run("bounded-elastic", parameters).flatItems().stream()
                .map(MutexRound.class::cast)
                .toList();
    }
}
