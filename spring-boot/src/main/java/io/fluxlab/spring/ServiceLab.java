package io.fluxlab.spring;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.EarlyEnd;
import io.fluxlab.error.FieldError;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The lab of an application: a {@link LocalLab} that knows what goes on in it, tells whoever counts it, has no more at once
 * than it may, and ends with the application. Thread-safe.
 */
public final class ServiceLab implements Lab {

    private final LocalLab lab;
    private final Activities activities;
    private final Observations observations;
    private final List<LabListener> listeners;
    private final Sinks.Empty<Void> ended = Sinks.empty();

    ServiceLab(LocalLab lab, LabProperties properties, Observations observations, List<LabListener> listeners) {
        this.lab = lab;
        this.activities = new Activities(properties.limits().runs(), properties.verdicts(), Clock.systemUTC());
        this.observations = observations;
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public Flux<WorkloadInfo> workloads() {
        return lab.workloads();
    }

    @Override
    public Flux<LaneInfo> lanes() {
        return lab.lanes();
    }

    @Override
    public Flux<RunEvent> run(RunRequest request) {
        return steer(request, Flux.never());
    }

    @Override
    public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
        return during(Activity.Kind.RUN, request.workload(), List.of(request.lane()), activity -> {
            Mono<SteerCommand> ending = ended.asMono().then(Mono.just(SteerCommand.CANCEL));
            return lab.steer(request, Flux.merge(commands, ending)).doOnNext(event -> tell(activity, event));
        });
    }

    @Override
    public Flux<ComparisonEvent> compare(ComparisonRequest request) {
        return during(
                Activity.Kind.COMPARISON,
                request.workload(),
                request.lanes(),
                activity -> EarlyEnd.where(
                        lab.compare(request).doOnNext(event -> tell(activity, event)),
                        ended.asMono().then(Mono.error(Activities::stops))));
    }

    @Override
    public Flux<CapacityEvent> capacity(CapacityRequest request) {
        return during(
                Activity.Kind.CAPACITY,
                request.workload(),
                request.lanes(),
                activity -> EarlyEnd.where(lab.capacity(request), ended.asMono().then(Mono.error(Activities::stops))));
    }

    /** Admitted at the subscription, and counted until just before the subscriber learns of its end. */
    private <E> Flux<E> during(
            Activity.Kind kind, String workload, List<String> lanes, Function<Activity, Flux<E>> events) {
        Flux<E> counted = Flux.using(() -> activities.begin(kind, workload, lanes), events, activities::end);
        return observations.observed(kind, workload, lanes, counted);
    }

    private void tell(Activity run, RunEvent event) {
        if (event instanceof RunEvent.RunFinished finished) {
            listeners.forEach(each -> each.finished(run, finished.summary()));
        }
    }

    private void tell(Activity comparison, ComparisonEvent event) {
        if (event instanceof ComparisonEvent.Verdict given) {
            activities.give(comparison, given.verdict());
            listeners.forEach(each -> each.finished(comparison, given.verdict()));
        }
    }

    @Override
    public List<FieldError> mistakes(RunRequest request) {
        return lab.mistakes(request);
    }

    @Override
    public List<FieldError> mistakes(ComparisonRequest request) {
        return lab.mistakes(request);
    }

    @Override
    public List<FieldError> mistakes(CapacityRequest request) {
        return lab.mistakes(request);
    }

    /** The runs, comparisons and searches that go on now, the oldest first. */
    public List<Activity> running() {
        return activities.running();
    }

    /** The verdicts that were given last, the newest first. */
    public List<GivenVerdict> verdicts() {
        return activities.verdicts();
    }

    /** Starts nothing more; completes when nothing goes on. Hot. */
    Mono<Void> stop() {
        return activities.stop();
    }

    /** Ends what goes on: runs with their last event, comparisons and searches with an error. */
    void end() {
        ended.tryEmitEmpty();
    }

    /** Whether every run has let go of its threads, as far as is known. */
    boolean hasLetGo() {
        return lab.claimed().threads() == 0;
    }
}
