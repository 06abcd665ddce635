package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A lane as the place of stages of a pipeline, which needs no more of it than a scheduler. Immutable.
 *
 * @param kind what a stage finds there
 * @param workers how many threads run stages at once at the most; 0 is any number, or those of the stage before
 * @param claim what it takes of the machine
 * @param code an expression that makes such a scheduler, given its threads' name; empty where none is needed
 * @param maker starts its threads
 */
public record StagePlace(Kind kind, int workers, Claim claim, UnaryOperator<String> code, Maker maker) {

    /** What a stage finds at a place. */
    public enum Kind {
        /** No scheduler: it stays with the stage before it. */
        NONE,
        /** The home loop. */
        HOME,
        /** Threads of its own. */
        POOL
    }

    /** Starts threads. */
    @FunctionalInterface
    public interface Maker {
        /** A pool whose threads have such names, for a run with this home loop. Whoever opens it closes it. */
        Pool open(String threads, HomeLoop home);
    }

    /**
     * A scheduler with its threads.
     *
     * @param peakThreads the most threads of the operating system that it had at once
     * @param close completes once every thread has ended, or was interrupted and ignored it. Starts at subscription
     * @param shares what stages share there with others, and can harm
     */
    public record Pool(Scheduler scheduler, IntSupplier peakThreads, Mono<Void> close, List<SharedResource> shares) {

        public Pool {
            shares = List.copyOf(shares);
        }

        Pool sharing(SharedResource resource) {
            return new Pool(scheduler, peakThreads, close, List.of(resource));
        }
    }

    /** No place of its own. */
    static StagePlace none() {
        return new StagePlace(Kind.NONE, 0, Claim.NONE, threads -> "", StagePlace::noPool);
    }

    /** The home loop. */
    static StagePlace home() {
        return new StagePlace(Kind.HOME, 1, Claim.NONE, threads -> "", StagePlace::noPool);
    }

    static StagePlace pool(int workers, Claim claim, UnaryOperator<String> code, Maker maker) {
        return new StagePlace(Kind.POOL, workers, claim, code, maker);
    }

    private static Pool noPool(String threads, HomeLoop home) {
        throw new IllegalStateException("there are no threads to start");
    }
}
