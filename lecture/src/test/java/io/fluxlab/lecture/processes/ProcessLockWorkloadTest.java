package io.fluxlab.lecture.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.processes.ProcessLockWorkload.Parameters;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class ProcessLockWorkloadTest extends WorkloadContract<Parameters> {

    private static final String LANE = "event-loop";

    @Override
    protected Workload<Parameters> workload() {
        return new ProcessLockWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("processes", 2, "lines", 2, "pauseMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("processes", 2, "pauseMillis", 3_600_000, "limitMillis", 3_600_000);
    }

    @Override
    protected Object lasting(Object item) {
        if (item instanceof Printed printed) {
            return List.of(printed.lines(), printed.torn(), printed.mostInside());
        }
        return item instanceof Killed killed ? List.of(killed.exitStatus(), killed.wentOn()) : TakenTwice.class;
    }

    @Test
    void underTheLockNeverTwoAreInside() {
        Printed printed = item(Map.of("processes", 5, "lines", 20, "pauseMillis", 1), Printed.class);

        assertThat(printed.processes()).isEqualTo(5);
        assertThat(printed.lines()).isEqualTo(100);
        assertThat(printed.torn()).isZero();
        assertThat(printed.mostInside()).isEqualTo(1);
        assertThat(printed.longestWaitNanos()).isPositive();
    }

    @Test
    void withoutTheLockTheyComeBetween() {
        Printed printed = item(Map.of("guard", "none", "processes", 3), Printed.class);

        assertThat(printed.torn()).isPositive();
        assertThat(printed.mostInside()).isGreaterThan(1);
        assertThat(printed.example()).isNotNull().doesNotMatch("Process number \\d+");
        assertThat(printed.attempts()).isBetween(1, 20);
    }

    @Test
    void whoTakesItTwiceGoesOnAndGivesItBackTwice() {
        TakenTwice taken = item(brief(), TakenTwice.class);

        assertThat(taken.other()).isNotEqualTo(taken.process());
        assertThat(taken.secondTake()).isTrue();
        assertThat(taken.holds()).isEqualTo(2);
        assertThat(List.of(taken.otherThread(), taken.otherProcess(), taken.afterOne()))
                .containsOnly(false);
        assertThat(taken.afterBoth()).isTrue();
    }

    @Test
    void theOthersGoOnWhenItsHolderIsKilled() {
        Killed killed = item(Map.of("processes", 5, "lines", 1), Killed.class);

        assertThat(killed.exitStatus()).isEqualTo(128 + 9);
        assertThat(killed.waiting()).isEqualTo(4);
        assertThat(killed.before()).isZero();
        assertThat(killed.wentOn()).isEqualTo(4);
        assertThat(killed.firstNanos()).isPositive().isLessThanOrEqualTo(killed.lastNanos());
        assertThat(killed.torn()).singleElement().asString().startsWith("Process number Process number ");
    }

    @Test
    void aWaitThatReachesItsLimitIsNamed() {
        RunLog run = run(LANE, Map.of("processes", 2, "lines", 1, "pauseMillis", 3_600_000, "limitMillis", 50));

        assertThat(run.failures())
                .singleElement()
                .asString()
                .contains("waited 50 ms in vain for the lock, in process number ");
    }

    @Test
    void cancelLeavesNoProcess() {
        Guests guests = new Guests();
        Disposable run =
                lab().run(RunRequest.of("process-lock", LANE).with(endless())).subscribe(event -> {}, error -> {});
        await().until(() -> ProcessHandle.current().children().count() >= 2);

        run.dispose();

        guests.leaveWithinASecond();
    }

    private <T> T item(Map<String, Object> parameters, Class<T> type) {
        RunLog run = run(LANE, parameters);
        assertThat(run.failures()).isEmpty();
        return run.flatItems().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
