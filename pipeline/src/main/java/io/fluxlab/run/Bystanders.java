package io.fluxlab.run;

import io.fluxlab.measure.Latency;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What runs do to their bystanders now, for whoever looks at all of them together: each run puts here what its pulses
 * say, however slowly its subscriber takes those. Runs in JVMs of their own have none here. Thread-safe.
 */
public final class Bystanders {

    private final Set<Place> atWork = ConcurrentHashMap.newKeySet();

    /** For {@link reactor.core.publisher.Flux#contextWrite}: the runs that are subscribed to with it are among these. */
    public Function<Context, Context> told() {
        return context -> context.put(Bystanders.class, this);
    }

    /** Those of whoever subscribes; where nobody looks, some that nobody sees. */
    static Bystanders of(ContextView context) {
        return context.<Bystanders>getOrEmpty(Bystanders.class).orElseGet(Bystanders::new);
    }

    /**
     * Of the runs at work, the worst of each figure over their last intervals of a quarter of a second, and how many
     * requests those had; {@link Latency#NONE} where none has had an interval yet.
     */
    public Latency worst() {
        return atWork.stream().map(place -> place.last).reduce(Latency.NONE, Bystanders::worse);
    }

    private static Latency worse(Latency one, Latency other) {
        return new Latency(
                Math.max(one.p50Nanos(), other.p50Nanos()),
                Math.max(one.p99Nanos(), other.p99Nanos()),
                Math.max(one.maxNanos(), other.maxNanos()),
                one.count() + other.count());
    }

    /** A place for a run, until it leaves. */
    Place enter() {
        Place place = new Place(this);
        atWork.add(place);
        return place;
    }

    /** Of one run. Thread-safe. */
    static final class Place {

        private final Bystanders all;
        private volatile Latency last = Latency.NONE;

        private Place(Bystanders all) {
            this.all = all;
        }

        void tell(Latency interval) {
            last = interval;
        }

        /** As often as one likes. */
        void leave() {
            all.atWork.remove(this);
        }
    }
}
