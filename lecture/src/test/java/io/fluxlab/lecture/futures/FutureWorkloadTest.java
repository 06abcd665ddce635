package io.fluxlab.lecture.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.futures.FutureMoment.Cancelled;
import io.fluxlab.lecture.futures.FutureMoment.Started;
import io.fluxlab.lecture.futures.FutureMoment.Twice;
import io.fluxlab.lecture.futures.FutureWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

class FutureWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new FutureWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("workMillis", 20);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("workMillis", 3_600_000);
    }

    @RepeatedTest(5)
    void whatIsAwaitedTwiceIsDoneOnceUnlessItIsAMonoThatKeepsNothing() {
        assertThat(run("bounded-elastic").flatItems())
                .contains(
                        new Twice("awaited-twice", "future", 1, false, 42, 42, 1, true),
                        new Twice("awaited-twice", "mono", 0, null, 42, 42, 2, false),
                        new Twice("awaited-twice", "cached", 0, null, 42, 42, 1, true),
                        new Twice("awaited-twice", "sink", 0, false, 42, 42, 1, true));
    }

    @RepeatedTest(5)
    void cancelEndsTheWaitingOfAFutureAndTheWorkOfAMono() {
        assertThat(run("bounded-elastic").flatItems())
                .contains(
                        new Cancelled("cancelled", "future", true, false, true, "CancellationException"),
                        new Cancelled("cancelled", "mono", true, true, false, ""));
    }

    @RepeatedTest(5)
    void aLoopThatWasThereWorksOnAndOneThatWasMadeIsClosed() {
        assertThat(run("bounded-elastic").flatItems())
                .contains(
                        new Started("started", "run-until-complete", 42, true, true),
                        new Started("started", "run", 42, true, false));
    }
}
