package io.fluxlab.server.quota;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.RejectedRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Who runs now, who waits for a slot, and who is next. Waiting is bounded in number, of which one party gets the same share
 * as of the slots, and in time. Thread-safe.
 */
final class Turns {

    private final Sharing sharing;
    private final int most;
    private final Scheduler clock;
    private final Scheduler starts;
    private final FairSlots slots;
    private final FairSlots places;
    private final List<Turn> waiting = new ArrayList<>();
    private final Set<Turn> running = new HashSet<>();

    /**
     * @param most slots
     * @param clock tells those that wait when it is too late
     * @param starts on which those go on that had to wait: to plan a run may take a while
     */
    Turns(Sharing sharing, int most, Scheduler clock, Scheduler starts) {
        this.sharing = sharing;
        this.most = most;
        this.clock = clock;
        this.starts = starts;
        this.slots = new FairSlots(most, sharing.sharePercent());
        this.places = new FairSlots(sharing.waiting(), sharing.sharePercent());
    }

    /** What became of a turn so far. */
    private enum State {
        WAITING,
        GRANTED,
        OVER
    }

    /** Somebody's turn, which must be ended. Thread-safe. */
    final class Turn {

        private final Seat seat;
        private final Optional<Duration> longest;
        private final Sinks.Empty<Void> granted = Sinks.empty();
        private State state = State.WAITING;
        private long grantedNanos;

        private Turn(Seat seat, Optional<Duration> longest) {
            this.seat = seat;
            this.longest = longest;
        }

        /**
         * Completes when the turn has come: at once where there is a slot, on a thread for starts later; fails where that
         * takes too long.
         */
        Mono<Void> comes() {
            return isWaiting()
                    ? granted.asMono()
                            .publishOn(clock)
                            .timeout(sharing.patience(), Mono.error(() -> refused(this)), clock)
                            .publishOn(starts)
                    : Mono.empty();
        }

        /** Gives the slot to whoever is next. */
        void end() {
            Turns.this.end(this);
        }

        boolean isWaiting() {
            synchronized (Turns.this) {
                return state == State.WAITING;
            }
        }
    }

    /**
     * Gets in line. Fails where nothing is free for this party, and no place to wait either.
     *
     * @param longest after which the slot is given back in any case, counted from when it is granted; empty where nobody knows
     */
    synchronized Turn take(Seat seat, Optional<Duration> longest) {
        Turn turn = new Turn(seat, longest);
        slots.join(seat);
        places.join(seat);
        if (slots.mayTake(seat)) {
            grant(turn);
        } else if (places.mayTake(seat)) {
            places.take(seat);
            waiting.add(turn);
        } else {
            RejectedRequestException refusal = refusal(seat, "no more can wait");
            forget(seat);
            throw refusal;
        }
        return turn;
    }

    private void grant(Turn turn) {
        slots.take(turn.seat);
        turn.state = State.GRANTED;
        turn.grantedNanos = now();
        running.add(turn);
    }

    private void forget(Seat seat) {
        slots.leave(seat);
        places.leave(seat);
    }

    private void end(Turn turn) {
        for (Turn next : ended(turn)) {
            next.granted.tryEmitEmpty();
        }
    }

    /** Those whose turn it is now. */
    private synchronized List<Turn> ended(Turn turn) {
        switch (turn.state) {
            case WAITING -> {
                waiting.remove(turn);
                places.giveBack(turn.seat);
            }
            case GRANTED -> {
                running.remove(turn);
                slots.giveBack(turn.seat);
            }
            case OVER -> {
                return List.of();
            }
        }
        turn.state = State.OVER;
        forget(turn.seat);
        List<Turn> next = new ArrayList<>();
        for (Turn first = first(); first != null; first = first()) {
            waiting.remove(first);
            places.giveBack(first.seat);
            grant(first);
            next.add(first);
        }
        return next;
    }

    private @Nullable Turn first() {
        Optional<Turn> first = waiting.stream()
                .filter(turn -> slots.mayTake(turn.seat))
                .min((one, other) -> slots.order().compare(one.seat, other.seat));
        return first.orElse(null);
    }

    private synchronized RejectedRequestException refused(Turn turn) {
        return refusal(turn.seat, "it waited for " + sharing.patience().toMillis() + " ms");
    }

    private RejectedRequestException refusal(Seat seat, String waited) {
        int held = slots.heldByPartyOf(seat);
        boolean isFull = slots.held() >= most;
        int bound = isFull ? most : held;
        String message = "runsAtOnce%s must be at most %d%s, was %d: %s; %s"
                .formatted(
                        isFull ? "" : " of " + seat.party(),
                        bound,
                        isFull ? "" : " while others may come",
                        bound + 1,
                        waited,
                        nextEnd());
        return new RejectedRequestException(
                isFull ? "limit-exceeded" : "quota-exceeded",
                message,
                List.of(new FieldError("runsAtOnce", bound + 1, message)));
    }

    private String nextEnd() {
        OptionalLong nanos = running.stream()
                .filter(turn -> turn.longest.isPresent())
                .mapToLong(turn -> turn.grantedNanos + turn.longest.get().toNanos() - now())
                .min();
        return nanos.isEmpty()
                ? "a slot is free when a run ends"
                : "a slot is free when a run ends, in %d s at the latest"
                        .formatted(Math.max(0, TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong())));
    }

    private long now() {
        return clock.now(TimeUnit.NANOSECONDS);
    }

    /** How many slots are taken. */
    synchronized int running() {
        return slots.held();
    }

    /** How many wait for one. */
    synchronized int waiting() {
        return waiting.size();
    }
}
