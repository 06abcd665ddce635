package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.locks.DeadlockWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.RunThreads;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlockWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new DeadlockWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("takers", 3);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("remedy", "order", "takers", 5, "stayMillis", 3_600_000, "limitMillis", 7_200_000);
    }

    @Override
    protected Object lasting(Object item) {
        Circle circle = (Circle) item;
        return List.of(circle.takers(), circle.done(), circle.circle(), circle.mostHoldingOne());
    }

    @RepeatedTest(5)
    void twoThreadsWaitForEachOtherAndTheJvmFindsThem() {
        Circle circle = circle("none", 2);

        assertThat(circle.deadlocked()).isTrue();
        assertThat(circle.done()).isZero();
        assertThat(circle.freed()).isTrue();
        assertThat(circle.circle()).containsExactly("taker-1", "taker-2");
        assertThat(circle.foundByJvm()).containsExactly("taker-1", "taker-2");
        assertThat(circle.waitsFor()).startsWith("java.util.concurrent.locks.ReentrantLock");
    }

    @RepeatedTest(5)
    void fivePhilosophersWaitForEachOtherAllTheWayRound() {
        Circle circle = circle("none", 5);

        assertThat(circle.circle()).containsExactly("taker-1", "taker-2", "taker-3", "taker-4", "taker-5");
        assertThat(circle.foundByJvm()).hasSize(5);
        assertThat(circle.mostHoldingOne()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"order, 2", "order, 5", "try-lock, 2", "try-lock, 5", "confined, 2", "confined, 5"})
    void withARemedyAllHaveTheirTurns(String remedy, int takers) {
        Circle circle = circle(remedy, takers);

        assertThat(circle.deadlocked()).isFalse();
        assertThat(circle.done()).isEqualTo(circle.turns()).isEqualTo(takers * 5);
        assertThat(circle.mostHoldingBoth()).isBetween(1, takers / 2);
    }

    @Test
    void inOrderNeverDoAllHoldOne() {
        assertThat(circle("order", 5).mostHoldingOne()).isLessThan(5);
    }

    @Test
    void withTryLockTheDangerIsThereAndSomeoneGivesWay() {
        Circle circle = circle("try-lock", 5);

        assertThat(circle.mostHoldingOne()).isEqualTo(5);
        assertThat(circle.gaveBack()).isPositive();
    }

    @Test
    void confinedItTakesOneThreadWhileTwoHaveTheirTurns() {
        Circle circle = circle("confined", 5);

        assertThat(circle.threads()).isEqualTo(1);
        assertThat(circle.mostHoldingBoth()).isEqualTo(2);
        assertThat(circle.mostHoldingOne()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "order", "try-lock", "confined"})
    void noThreadIsLeftWaiting(String remedy) {
        RunThreads threads = RunThreads.now();

        circle(remedy, 4);

        threads.assertNoneLeft();
    }

    @Test
    void whatIsNotClearInTimeIsNamed() {
        RunLog run = run("parallel", Map.of("remedy", "order", "stayMillis", 3_600_000, "limitMillis", 50));

        assertThat(run.failures())
                .singleElement()
                .asString()
                .contains("the threads were neither through nor seen to wait for each other within 50 ms");
    }

    private Circle circle(String remedy, int takers) {
        Map<String, Object> parameters = Map.of("remedy", remedy, "takers", takers, "turns", 5);
        return (Circle) run("bounded-elastic", parameters).flatItems().get(0);
    }
}
