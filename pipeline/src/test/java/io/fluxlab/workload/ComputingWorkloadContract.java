package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskProgress;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link Workload} that computes keeps on top of what all keep. */
public abstract class ComputingWorkloadContract<P extends Record> extends WorkloadContract<P> {

    @Override
    protected boolean showsThatATaskIsBusy(RunEvent event) {
        return event instanceof TaskProgress;
    }

    @Test
    void saysThatItComputes() {
        assertThat(workload().kind()).isEqualTo(Kind.CPU);
    }

    @Test
    void progressReachesTheTotal() {
        inPlan(brief(), LooseContext.open(), (plan, context) -> {
            for (int task = 0; task < plan.size(); task++) {
                Flux.from(plan.body(task, context)).blockLast();
                assertThat(context.takeCheckpoints()).endsWith(plan.total(task));
            }
        });
    }

    @Test
    void endsAtTheCheckpointThatCancels() {
        inPlan(
                endless(),
                LooseContext.cancelled(),
                (plan, context) -> assertThatThrownBy(
                                () -> Flux.from(plan.body(0, context)).blockLast())
                        .isInstanceOf(CancellationException.class));
    }
}
