package io.fluxlab.server.log;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.LabRequest;
import io.fluxlab.server.RequestOutcome;
import io.fluxlab.server.ServerListener;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Writes one line for everything that a server refuses, and one for every request that broke: who asked from where, for
 * what, and why not. At most so many lines a second; then a line says how many more there were of each kind. Thread-safe.
 */
public final class RefusalLog implements ServerListener, Disposable {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    /** Longer than any message of the server's own; what a client sent may be quoted in one. */
    private static final int MOST_CHARACTERS = 400;

    private final LineRate rate;
    private final Scheduler clock;
    private final AtomicBoolean summing = new AtomicBoolean();

    /**
     * @param linesPerSecond at least 1
     * @param clock on which it is said how much was left out; stays the caller's
     */
    public RefusalLog(int linesPerSecond, Scheduler clock) {
        this.rate = new LineRate(linesPerSecond, () -> clock.now(TimeUnit.NANOSECONDS));
        this.clock = clock;
    }

    @Override
    public void refused(Peer peer, ErrorBody why) {
        write("refused", peer, why, () -> "");
    }

    @Override
    public void refused(Caller caller, ErrorBody why) {
        write(
                "refused",
                caller.peer(),
                why,
                () -> " " + LogText.of(caller.principal().name()));
    }

    @Override
    public void ended(LabRequest request, RequestOutcome outcome) {
        ErrorBody why = outcome.error();
        if (why != null) {
            Caller caller = request.caller();
            write(
                    outcome.ending().id(),
                    caller.peer(),
                    why,
                    () -> " %s %s%s"
                            .formatted(
                                    LogText.of(caller.principal().name()),
                                    request.route().id(),
                                    LogText.of(asked(request.data()), MOST_CHARACTERS)));
        }
    }

    private static String asked(@Nullable Object data) {
        return switch (data) {
            case RunRequest run -> " " + run.workload() + " on " + run.lane();
            case ComparisonRequest comparison ->
                " " + comparison.workload() + " on " + String.join(", ", comparison.lanes());
            case CapacityRequest capacity -> " " + capacity.workload() + " on " + String.join(", ", capacity.lanes());
            case ScenarioRequest scenario -> " " + scenario.scenario();
            case null -> "";
            default -> "";
        };
    }

    /** @param asked by whom and for what; made only where the line is written */
    private void write(String what, Peer peer, ErrorBody why, Supplier<String> asked) {
        if (rate.admits(why.code())) {
            LOG.warn(
                    "{} {} {}:{}{}: {}: {}",
                    what,
                    peer.door().id(),
                    peer.host(),
                    peer.port(),
                    asked.get(),
                    LogText.of(why.code()),
                    LogText.of(why.message(), MOST_CHARACTERS));
        } else if (summing.compareAndSet(false, true)) {
            clock.schedule(this::sumUp, 1, TimeUnit.SECONDS);
        }
    }

    private void sumUp() {
        summing.set(false);
        rate.takeLeftOut().forEach((code, count) -> LOG.warn("… and {} more like it: {}", count, LogText.of(code)));
    }

    /** Says what was left out and has not been said yet. */
    @Override
    public void dispose() {
        sumUp();
    }
}
