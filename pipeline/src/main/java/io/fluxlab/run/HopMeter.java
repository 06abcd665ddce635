package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.loop.HomeLoop;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Measures the price of a hop: how long it takes from handing something over on a home loop until it starts on a lane's
 * thread. One goes after the other, so that the thread has nothing to do before, as in a service that is not busy. Stateless;
 * thread-safe.
 */
public final class HopMeter {

    private static final int WARMUPS = 200;
    private static final int HOPS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private HopMeter() {}

    /** The median, in nanoseconds; empty where it could not be measured within a second. Lazy. */
    public static Mono<Long> hopNanos(Lane lane, Lease lease) {
        return lease.during(
                        OpenedResources::new,
                        opened -> {
                            RunThreads threads = RunThreads.open(lane.name(), opened);
                            LaneSession session = lane.open(threads.home(), 1);
                            opened.add(session::close);
                            return measured(threads.home(), session.strand())
                                    .timeout(
                                            PATIENCE,
                                            Mono.empty(),
                                            threads.observer().scheduler())
                                    .flux();
                        },
                        OpenedResources::close)
                .singleOrEmpty();
    }

    private static Mono<Long> measured(HomeLoop home, Strand strand) {
        return Mono.create(sink -> home.loop().execute(() -> new Hops(home, strand, sink).next()));
    }

    /** Hops from the home loop and back. Confined to whoever has the turn. */
    private static final class Hops {
        private final HomeLoop home;
        private final Strand strand;
        private final MonoSink<Long> sink;
        private final long[] nanos = new long[HOPS];
        private int done;

        Hops(HomeLoop home, Strand strand, MonoSink<Long> sink) {
            this.home = home;
            this.strand = strand;
            this.sink = sink;
        }

        void next() {
            try {
                long handedOver = System.nanoTime();
                strand.execute(() -> arrived(System.nanoTime() - handedOver));
            } catch (RejectedExecutionException e) {
                sink.success(); // it is being closed, since nobody waits any longer
            }
        }

        private void arrived(long hop) {
            if (done >= WARMUPS) {
                nanos[done - WARMUPS] = hop;
            }
            if (++done < WARMUPS + HOPS) {
                back();
            } else {
                Arrays.sort(nanos);
                sink.success(Math.max(1, nanos[HOPS / 2]));
            }
        }

        private void back() {
            try {
                home.loop().execute(this::next);
            } catch (RejectedExecutionException e) {
                sink.success();
            }
        }
    }
}
