package io.fluxlab.lecture.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.threads.PleaseStopWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PleaseStopWorkloadTest extends WorkloadContract<Parameters> {

    /** Long enough for whoever stops when asked to, however busy the machine is. */
    private static final Map<String, Object> PATIENT = Map.of("boundMillis", 2000);

    @Override
    protected Workload<Parameters> workload() {
        return new PleaseStopWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("boundMillis", 400);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("boundMillis", 3_600_000);
    }

    @Override
    protected Object lasting(Object item) {
        Stopping stopping = (Stopping) item;
        return List.of(stopping.worker(), stopping.signal(), stopping.disposed());
    }

    @RepeatedTest(3)
    void whoChecksEndsWhicheverWayItIsAsked() {
        assertThat(of(StopReaction.CHECKS)).hasSize(3).allMatch(Stopping::stopped);
    }

    @RepeatedTest(3)
    void whoBlocksEndsWhenInterruptedAndDoesNotSeeAFlag() {
        List<Stopping> blocked = of(StopReaction.BLOCKS);

        assertThat(blocked).extracting(Stopping::signal).containsExactly(Signal.values());
        assertThat(blocked).extracting(Stopping::stopped).containsExactly(false, true, true);
        assertThat(blocked).extracting(Stopping::interrupts).containsExactly(0, 1, 1);
        assertThat(blocked.get(0).endedWithReason()).isTrue();
    }

    @RepeatedTest(3)
    void whoIgnoresEndsOnlyWhenItHasItsOwnReason() {
        List<Stopping> ignoring = of(StopReaction.IGNORES);

        assertThat(ignoring).hasSize(3).noneMatch(Stopping::stopped).allMatch(Stopping::endedWithReason);
        assertThat(ignoring).extracting(Stopping::interrupts).containsExactly(0, 1, 1);
    }

    @Test
    void disposableSaysThatItIsDisposedOfThoughItsWorkerGoesOn() {
        Optional<Stopping> ignoring = of(StopReaction.IGNORES).stream()
                .filter(stopping -> stopping.signal() == Signal.DISPOSABLE)
                .findFirst();

        assertThat(ignoring).hasValueSatisfying(stopping -> {
            assertThat(stopping.disposed()).isTrue();
            assertThat(stopping.stopped()).isFalse();
        });
    }

    private List<Stopping> of(StopReaction worker) {
        return run("bounded-elastic", PATIENT).flatItems().stream()
                .map(Stopping.class::cast)
                .filter(stopping -> stopping.worker() == worker)
                .toList();
    }
}
