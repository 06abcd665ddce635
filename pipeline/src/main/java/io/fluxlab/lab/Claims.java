package io.fluxlab.lab;

import io.fluxlab.comparison.ComparisonSetup;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lane.Claim;
import io.fluxlab.lane.Lane;
import io.fluxlab.run.Isolation;
import io.fluxlab.run.RunSetup;
import reactor.core.publisher.Flux;

/** What the runs that go on in a lab have claimed together, and how much that may be. Thread-safe. */
final class Claims {

    private final Claim most;
    private Claim taken = Claim.NONE;

    Claims(Claim most) {
        this.most = most;
    }

    /**
     * The stream with a claim from its subscription until just before its subscriber learns of its end, or until it is
     * cancelled. Fails where that is too much beside what is claimed already.
     */
    <T> Flux<T> during(Claim claim, Flux<T> events) {
        return claim.equals(Claim.NONE) ? events : Flux.using(() -> take(claim), held -> events, this::giveBack);
    }

    private synchronized Claim take(Claim claim) {
        Claim all = taken.plus(claim);
        if (all.processes() > most.processes()) {
            throw RejectedRequestException.limit("processesAtOnce", most.processes(), all.processes());
        }
        if (all.heapMegabytes() > most.heapMegabytes()) {
            throw RejectedRequestException.limit("heapMegabytesAtOnce", most.heapMegabytes(), all.heapMegabytes());
        }
        taken = all;
        return claim;
    }

    private synchronized void giveBack(Claim claim) {
        taken = taken.minus(claim);
    }

    static Claim of(RunSetup setup) {
        return of(setup.lane(), setup.concurrency(), setup.subject().plan().size());
    }

    /** Lanes keep what they have from round to round; runs that have a JVM of their own end with it, lane by lane. */
    static Claim of(ComparisonSetup setup) {
        int size = setup.subject().get().plan().size();
        Claim all = Claim.NONE;
        for (Lane lane : setup.lanes()) {
            Claim claim = of(lane, lane.concurrency(size), size);
            all = setup.place().isolation().isPresent() ? all.or(claim) : all.plus(claim);
        }
        return all.plus(setup.place().isolation().map(Isolation::claim).orElse(Claim.NONE));
    }

    private static Claim of(Lane lane, int concurrency, int size) {
        return lane.claim(Math.min(concurrency, size));
    }
}
