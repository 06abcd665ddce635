package io.fluxlab.lab;

import io.fluxlab.claim.Allowance;
import io.fluxlab.claim.Claim;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import reactor.core.publisher.Flux;

/** What all that goes on in a lab has claimed together, and how much that may be. Thread-safe. */
final class Claims {

    /** What a lab promises: a run that was cancelled has let go of everything within so much time. */
    static final Duration LETTING_GO = Duration.ofSeconds(1);

    private final Claim most;
    private final LongSupplier nanoTime;
    private final Queue<Lingering> lingering = new ArrayDeque<>();
    private Claim taken = Claim.NONE;

    Claims(Claim most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** A claim that nobody makes use of any more, as far as is known, and that is free again by then. */
    private record Lingering(Claim claim, long untilNanos) {}

    /**
     * The stream under a lease from its subscription until just before its subscriber learns of its end, or until it is
     * cancelled; and after that for as long as others make use of the lease. Fails where what is wanted is too much beside
     * what is claimed already, or for the {@link Allowance} in the subscriber's context.
     */
    <T> Flux<T> during(Want want, Function<Grant, Flux<T>> events) {
        return Flux.deferContextual(context -> {
            Allowance allowance = context.<Allowance>getOrEmpty(Allowance.class).orElse(Allowance.ANY);
            return Flux.using(() -> grant(want, allowance), events, Grant::leave);
        });
    }

    /** What is claimed now. */
    synchronized Claim taken() {
        letGo();
        return taken;
    }

    private synchronized Grant grant(Want want, Allowance allowance) {
        letGo();
        Claim all = taken.plus(want.all());
        Optional<Bound> exceeded = Bound.exceeded(all, most);
        if (exceeded.isPresent()) {
            throw Refusal.of(exceeded.get(), want, taken, most);
        }
        allowance.take(want.all());
        taken = all;
        return new Grant(this, want.all(), allowance);
    }

    /** As many of those wanted as there is room for, where so many claim {@code each}: the more, the more. */
    synchronized int enlarge(Claim now, IntFunction<Claim> each, int wanted, Allowance allowance) {
        letGo();
        Claim others = taken.minus(now);
        int possible = 0;
        for (int step = Integer.highestOneBit(wanted); step > 0; step >>= 1) {
            if (step > wanted - possible) {
                continue;
            }
            Claim larger = now.or(each.apply(possible + step));
            if (hasRoom(others.plus(larger)) && allowance.hasRoom(larger)) {
                possible += step;
            }
        }
        allowance.take(now.or(each.apply(possible)));
        taken = others.plus(now.or(each.apply(possible)));
        return possible;
    }

    private boolean hasRoom(Claim all) {
        return Bound.exceeded(all, most).isEmpty();
    }

    /**
     * Makes a claim free.
     *
     * @param late whether it takes as long until everything has let go as a lab may take for that
     */
    synchronized void giveBack(Claim claim, boolean late) {
        if (late) {
            lingering.add(new Lingering(claim, nanoTime.getAsLong() + LETTING_GO.toNanos()));
        } else {
            taken = taken.minus(claim);
        }
    }

    private void letGo() {
        long now = nanoTime.getAsLong();
        lingering.removeIf(each -> {
            boolean isOver = each.untilNanos - now <= 0;
            taken = isOver ? taken.minus(each.claim) : taken;
            return isOver;
        });
    }
}
