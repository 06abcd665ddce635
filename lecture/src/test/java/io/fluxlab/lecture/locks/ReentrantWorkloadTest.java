package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.locks.ReentrantWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.RunThreads;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReentrantWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new ReentrantWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("lock", "plain");
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("lock", "reentrant", "holdMillis", 3_600_000, "limitMillis", 7_200_000);
    }

    @Override
    protected Object lasting(Object item) {
        SecondTake take = (SecondTake) item;
        return List.of(take.lock(), take.taken(), take.deadlocked(), take.circle());
    }

    @RepeatedTest(5)
    void reentrantLockLetsItsOwnerInAgain() {
        SecondTake take = take("reentrant");

        assertThat(take.wentOn()).isTrue();
        assertThat(take.taken()).isEqualTo(2);
        assertThat(take.deadlocked()).isFalse();
        assertThat(take.circle()).isEmpty();
    }

    @RepeatedTest(5)
    void plainLockMakesItsOwnerWaitForItselfAndThatIsNamed() {
        SecondTake take = take("plain");

        assertThat(take.wentOn()).isFalse();
        assertThat(take.taken()).isEqualTo(1);
        assertThat(take.deadlocked()).isTrue();
        assertThat(take.circle()).containsExactly("taker");
        assertThat(take.waitsFor()).isEqualTo("io.fluxlab.lecture.locks.PlainLock$Sync");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reentrant", "plain"})
    void noThreadIsLeftWaiting(String lock) {
        RunThreads threads = RunThreads.now();

        take(lock);

        threads.assertNoneLeft();
    }

    @Test
    void whatIsNotClearInTimeIsNamed() {
        RunLog run = run("parallel", Map.of("holdMillis", 3_600_000, "limitMillis", 50));

        assertThat(run.failures())
                .singleElement()
                .asString()
                .contains("the thread taker was neither through nor seen to wait for itself within 50 ms");
    }

    private SecondTake take(String lock) {
        return (SecondTake)
                run("bounded-elastic", Map.of("lock", lock)).flatItems().get(0);
    }
}
