package io.fluxlab.history;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunState;
import io.fluxlab.run.RunEvent;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Keeps a run again that was kept elsewhere: as fast as it is written, since nobody measures it. */
final class Restoring {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final RunRecording recording;
    private final EventEncoder encoder = new EventEncoder();
    private final WaitingBytes waiting;
    private final Iterator<KeptEvent> events;
    private final KeptRun kept;
    private @Nullable Object last;

    private Restoring(KeptRun kept, Iterator<KeptEvent> events, RunRecording recording, WaitingBytes waiting) {
        this.kept = kept;
        this.events = events;
        this.recording = recording;
        this.waiting = waiting;
    }

    /** Adds the run, and completes when it is written. */
    static Mono<Void> of(
            KeptRun kept, Stream<KeptEvent> events, BatchWriter writer, WaitingBytes waiting, Scheduler clock) {
        RunRecording recording = new RunRecording(begun(kept), waiting, writer::hurry);
        Restoring restoring = new Restoring(kept, events.iterator(), recording, waiting);
        writer.add(recording);
        return recording
                .known()
                .then(Flux.interval(Duration.ZERO, LOOK, clock)
                        .onBackpressureDrop()
                        .takeUntil(tick -> restoring.some())
                        .then())
                .then(Flux.interval(Duration.ZERO, LOOK, clock)
                        .onBackpressureDrop()
                        .takeUntil(tick -> writer.find(kept.run()).isEmpty())
                        .then())
                .doOnError(error -> restoring.end());
    }

    private static KeptRun begun(KeptRun kept) {
        return new KeptRun(
                kept.run(),
                kept.work(),
                kept.owner(),
                RunState.GOING_ON,
                kept.time(),
                kept.place(),
                new KeptRun.Events(0, -1, 0, 0),
                null,
                kept.note());
    }

    /** Adds as much as may wait, and tells whether that was all. */
    private boolean some() {
        while (events.hasNext()) {
            if (waiting.isHalfTaken()) {
                return false;
            }
            KeptEvent event = events.next();
            if (event instanceof KeptEvent.Missing missing) {
                recording.miss(missing);
            } else {
                last = event.plain();
                recording.add(event.seq(), encoder.encoded(last));
            }
        }
        end();
        return true;
    }

    private void end() {
        Long ended = kept.time().endedMillis();
        KeptRun.Outcome outcome = kept.outcome();
        recording.end(new RunEnding(
                kept.state() == RunState.GOING_ON ? RunState.LOST : kept.state(),
                ended == null ? kept.time().startedMillis() : ended,
                outcome == null ? KeptRun.Outcome.of(null) : outcome,
                samples()));
    }

    private List<SampleRow> samples() {
        String lane = kept.work().lanes().isEmpty() ? null : kept.work().lanes().get(0);
        boolean isEnd = last instanceof RunEvent.RunFinished || last instanceof ComparisonEvent.Verdict;
        return isEnd ? RunEnding.of(last, lane, 0).samples() : List.of();
    }
}
