package io.fluxlab.cli.export;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A lab that answers whatever it is asked with the events of one kept run. Thread-safe. */
record ReplayedLab(Flux<KeptEvent> events) implements Lab {

    private <E> Flux<E> replayed(Class<E> type) {
        return events.map(KeptEvent::plain).ofType(type);
    }

    @Override
    public Flux<WorkloadInfo> workloads() {
        return Flux.empty();
    }

    @Override
    public Flux<LaneInfo> lanes() {
        return Flux.empty();
    }

    @Override
    public Flux<RunEvent> run(RunRequest request) {
        return replayed(RunEvent.class);
    }

    @Override
    public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
        return run(request);
    }

    @Override
    public Flux<ComparisonEvent> compare(ComparisonRequest request) {
        return replayed(ComparisonEvent.class);
    }

    @Override
    public Flux<CapacityEvent> capacity(CapacityRequest request) {
        return replayed(CapacityEvent.class);
    }
}
