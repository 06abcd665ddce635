package io.fluxlab.spring;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Observes runs and comparisons as {@code fluxlab.run} and {@code fluxlab.comparison}, of which Micrometer makes timers, and
 * spans where the application traces. Thread-safe.
 */
final class Observations {

    /** The key of the observation in Reactor's context, which Micrometer has given it. */
    private static final String PARENT = "micrometer.observation";

    /** A name that the lab does not know is not written into a tag: somebody else may have made it up. */
    private static final String UNKNOWN = "unknown";

    private final ObservationRegistry registry;
    private final Mono<Names> names;

    Observations(ObservationRegistry registry, Lab lab) {
        this.registry = registry;
        this.names = Mono.zip(
                        lab.workloads().map(WorkloadInfo::name).collectList(),
                        lab.lanes().map(LaneInfo::name).collectList(),
                        (workloads, lanes) -> new Names(Set.copyOf(workloads), Set.copyOf(lanes)))
                .cacheInvalidateIf(neverOld -> false);
    }

    /** What the lab knows. */
    private record Names(Set<String> workloads, Set<String> lanes) {

        String workload(String name) {
            return workloads.contains(name) ? name : UNKNOWN;
        }

        /** The lane's name without its settings. */
        String lane(String text) {
            int settings = text.indexOf(':');
            String name = settings < 0 ? text : text.substring(0, settings);
            return lanes.contains(name) ? name : UNKNOWN;
        }
    }

    /** The stream, observed from its subscription to its end, or until it is cancelled. */
    <E> Flux<E> observed(Activity.Kind kind, String workload, List<String> lanes, Flux<E> events) {
        if (registry.isNoop()) {
            return events;
        }
        return names.flatMapMany(known -> Flux.deferContextual(context -> {
            Observation observation = observation(kind, known.workload(workload));
            if (kind == Activity.Kind.RUN) {
                observation.lowCardinalityKeyValue("lane", known.lane(lanes.getFirst()));
            }
            observation.parentObservation(context.<@Nullable Observation>getOrDefault(PARENT, null));
            observation.start();
            return during(observation, events);
        }));
    }

    private Observation observation(Activity.Kind kind, String workload) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return Observation.createNotStarted("fluxlab." + name, registry)
                .contextualName(name + " " + workload)
                .lowCardinalityKeyValue("workload", workload);
    }

    private static <E> Flux<E> during(Observation observation, Flux<E> events) {
        Ending ending = new Ending();
        return events.doOnNext(ending::look)
                .doOnError(observation::error)
                // What comes of its end, on the same thread, is no part of it.
                .doOnError(error -> ending.stop(observation, status(error)))
                .doOnComplete(() -> ending.stop(observation, ending.status))
                .doOnCancel(() -> ending.stop(observation, "cancelled"))
                .contextWrite(all -> all.put(PARENT, observation));
    }

    private static String status(Throwable error) {
        return error instanceof InvalidRequestException || error instanceof RejectedRequestException
                ? "refused"
                : "failed";
    }

    /** How a stream has ended. Thread-safe. */
    private static final class Ending {
        private final AtomicBoolean isOver = new AtomicBoolean();
        private volatile String status = "completed";

        void look(Object event) {
            if (event instanceof RunEvent.RunFinished finished) {
                status = finished.status().name().toLowerCase(Locale.ROOT);
            }
        }

        /** Only the first end counts. */
        void stop(Observation observation, String how) {
            if (isOver.compareAndSet(false, true)) {
                observation.lowCardinalityKeyValue("status", how).stop();
            }
        }
    }
}
