package io.fluxlab.spring;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.verdict.Verdict;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What goes on in the application's lab, and the verdicts that were given last. Thread-safe. */
final class Activities {

    /** The code of the error where a lab that stops is asked for more. */
    static final String STOPPING = "lab-stopping";

    private final int mostAtOnce;
    private final int mostVerdicts;
    private final Clock clock;
    private final Set<Activity> running = new LinkedHashSet<>();
    private final Deque<GivenVerdict> verdicts = new ArrayDeque<>();
    private final Sinks.Empty<Void> idle = Sinks.empty();
    private long begun;
    private boolean isStopping;

    Activities(int mostAtOnce, int mostVerdicts, Clock clock) {
        this.mostAtOnce = mostAtOnce;
        this.mostVerdicts = mostVerdicts;
        this.clock = clock;
    }

    static RejectedRequestException stops() {
        return new RejectedRequestException(
                STOPPING, "the application stops, and its lab starts and goes on with nothing", List.of());
    }

    /** @throws RejectedRequestException where there are too many already, or the lab stops */
    synchronized Activity begin(Activity.Kind kind, String workload, List<String> lanes) {
        if (isStopping) {
            throw stops();
        }
        if (running.size() == mostAtOnce) {
            throw RejectedRequestException.limit("runs", mostAtOnce, mostAtOnce + 1L);
        }
        Activity activity = new Activity(++begun, kind, workload, lanes, clock.instant());
        running.add(activity);
        return activity;
    }

    synchronized void end(Activity activity) {
        running.remove(activity);
        tellIdle();
    }

    synchronized void give(Activity comparison, Verdict verdict) {
        verdicts.addFirst(new GivenVerdict(comparison, clock.instant(), verdict));
        while (verdicts.size() > mostVerdicts) {
            verdicts.removeLast();
        }
    }

    /** Those that go on, the oldest first. */
    synchronized List<Activity> running() {
        return List.copyOf(running);
    }

    /** The newest first. */
    synchronized List<GivenVerdict> verdicts() {
        return new ArrayList<>(verdicts);
    }

    /** Begins nothing more from now on; completes when nothing goes on. Hot: every subscriber learns the same. */
    synchronized Mono<Void> stop() {
        isStopping = true;
        tellIdle();
        return idle.asMono();
    }

    private void tellIdle() {
        if (isStopping && running.isEmpty()) {
            idle.tryEmitEmpty();
        }
    }
}
