package io.fluxlab.lecture.green;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.green.PinningWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;

/** What whoever sleeps while holding something keeps. */
abstract class PinningContract extends WorkloadContract<Parameters> {

    private static final int TASKS_PER_CPU = 12;
    private static final int SLEEP_MILLIS = 200;

    private final String holding;

    PinningContract(String holding) {
        this.holding = holding;
    }

    /** Whether a virtual thread that holds this keeps its carrier, on the JDK that runs the tests. */
    abstract boolean pins();

    @Override
    protected Workload<Parameters> workload() {
        return new PinningWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("holding", holding, "tasksPerCpu", 2, "sleepMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("holding", holding, "sleepMillis", 3_600_000);
    }

    /** Where threads are pinned, tasks take turns on the carriers; where they are not, all sleep at once. */
    @Test
    void tasksTakeTurnsWhereTheyArePinned() {
        double sleeps = wallMillis("virtual") / SLEEP_MILLIS;

        if (pins()) {
            assertThat(sleeps).isGreaterThan(0.9 * TASKS_PER_CPU);
        } else {
            assertThat(sleeps).isLessThan(0.5 * TASKS_PER_CPU);
        }
    }

    @Test
    void platformThreadsDoNotMind() {
        assertThat(wallMillis("bounded-elastic") / SLEEP_MILLIS).isLessThan(0.5 * TASKS_PER_CPU);
    }

    /** The JVM's own word for it. */
    @Test
    void flightRecorderAgrees() {
        AtomicInteger pinned = new AtomicInteger();
        try (RecordingStream recording = new RecordingStream()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(SLEEP_MILLIS / 2));
            recording.onEvent("jdk.VirtualThreadPinned", event -> pinned.incrementAndGet());
            recording.startAsync();
            wallMillis("virtual");
            recording.stop();
        }
        assertThat(pinned.get() > 0).isEqualTo(pins());
    }

    private double wallMillis(String lane) {
        Map<String, Object> parameters =
                Map.of("holding", holding, "tasksPerCpu", TASKS_PER_CPU, "sleepMillis", SLEEP_MILLIS);
        return run(lane, parameters).finished().summary().wallNanos() / 1e6;
    }
}
