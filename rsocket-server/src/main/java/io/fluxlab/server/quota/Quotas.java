package io.fluxlab.server.quota;

import io.fluxlab.claim.Allowance;
import io.fluxlab.claim.Claim;
import io.fluxlab.run.RemoteCpu;
import io.fluxlab.server.identity.Caller;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Counts what everybody takes, and refuses what is more than their part. Thread-safe. */
public final class Quotas {

    private final Accounts accounts;
    private final Turns turns;
    private final CpuMeter meter;

    /**
     * @param runsAtOnce of everybody
     * @param clock stays the caller's
     * @param starts on which those go on that had to wait; stays the caller's
     */
    public Quotas(Sharing sharing, int runsAtOnce, Scheduler clock, Scheduler starts) {
        this.accounts = new Accounts(sharing, clock);
        this.turns = new Turns(sharing, runsAtOnce, clock, starts);
        this.meter = new CpuMeter(accounts, clock);
    }

    /** A stream that counts from its subscription to its end; fails where there are too many already. */
    public <T> Flux<T> stream(Caller caller, Flux<T> answer) {
        return Flux.using(
                () -> {
                    accounts.takeStream(caller);
                    return caller;
                },
                any -> answer,
                accounts::giveBackStream);
    }

    /**
     * Asks for a slot for a run, which counts until {@link Stay#end()}.
     *
     * @param connection that it comes from, by identity
     * @param longest after which the slot is given back in any case; empty where nobody knows
     * @throws io.fluxlab.error.RejectedRequestException where the caller has no right to one
     */
    public Stay enter(Caller caller, Object connection, Optional<Duration> longest) {
        accounts.takeRun(caller);
        try {
            return new Stay(caller, turns.take(new Seat(Accounts.party(caller), connection), longest));
        } catch (RuntimeException e) {
            accounts.giveBackRun(caller, 0);
            throw e;
        }
    }

    /** Runs that go on. */
    public int running() {
        return turns.running();
    }

    /** Runs that wait. */
    public int waiting() {
        return turns.waiting();
    }

    /**
     * A run that waits for a slot, or has one, the child processes that it claims, and what these use of CPUs: what this JVM does
     * is divided among all runs. Thread-safe.
     */
    public final class Stay implements Allowance, RemoteCpu {

        private final Caller caller;
        private final Turns.Turn turn;
        private long processes;
        private boolean metered;
        private boolean ended;

        private Stay(Caller caller, Turns.Turn turn) {
            this.caller = caller;
            this.turn = turn;
        }

        /** Whether others have to end first. */
        public boolean isWaiting() {
            return turn.isWaiting();
        }

        /** Completes when the run may start; fails where that takes too long. Subscribe once. */
        public Mono<Void> comes() {
            return turn.comes().then(Mono.fromRunnable(this::begin));
        }

        private synchronized void begin() {
            if (!ended) {
                metered = true;
                meter.started(caller);
            }
        }

        @Override
        public synchronized void take(Claim claim) {
            long now = claim.children().processes();
            if (!ended) {
                accounts.takeProcesses(caller, now - processes);
                processes = now;
            }
        }

        @Override
        public synchronized boolean hasRoom(Claim claim) {
            return accounts.hasRoomForProcesses(caller, claim.children().processes() - processes);
        }

        @Override
        public void used(long cpuNanos) {
            accounts.charge(caller, cpuNanos);
        }

        /** Gives back what was taken; once, however often it is called. */
        public void end() {
            if (hasJustEnded()) {
                turn.end();
            }
        }

        private synchronized boolean hasJustEnded() {
            if (ended) {
                return false;
            }
            ended = true;
            accounts.giveBackRun(caller, processes);
            if (metered) {
                meter.ended(caller);
            }
            return true;
        }
    }
}
