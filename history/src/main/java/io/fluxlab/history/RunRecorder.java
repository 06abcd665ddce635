package io.fluxlab.history;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.library.ScenarioSignal;
import io.fluxlab.run.RunEvent;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/**
 * Takes the events of one run as fast as they come, and hands them, encoded, to a recording. Its thread is the run's own.
 */
final class RunRecorder extends BaseSubscriber<Object> {

    private final EventEncoder encoder;
    private final Function<String, RunRecording> begin;
    private final Consumer<Throwable> refused;
    private final LongSupplier nowMillis;
    private @Nullable RunRecording recording;
    private @Nullable Object last;
    private @Nullable String lane;

    /**
     * @param begin makes a recording of the run of this id, when its first event has come
     * @param refused told where there will be no event
     * @param nowMillis tells the time
     */
    RunRecorder(
            EventEncoder encoder,
            Function<String, RunRecording> begin,
            Consumer<Throwable> refused,
            LongSupplier nowMillis) {
        this.encoder = encoder;
        this.begin = begin;
        this.refused = refused;
        this.nowMillis = nowMillis;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        requestUnbounded();
    }

    @Override
    protected void hookOnNext(Object event) {
        try {
            byte[] bytes = encoder.encoded(event);
            RunRecording into = recording;
            if (into == null) {
                into = begin.apply(id(event));
                recording = into;
            }
            into.add(seq(event), bytes);
            last = event;
        } catch (RuntimeException e) {
            hookOnError(e);
            cancel();
        }
    }

    private String id(Object event) {
        return switch (event) {
            case RunEvent.RunStarted started -> {
                lane = started.lane();
                yield started.run();
            }
            case ComparisonEvent.ComparisonStarted started -> started.comparison();
            case CapacityEvent.CapacityStarted started -> started.capacity();
            case ScenarioSignal signal -> signal.begun().orElseThrow(() -> noBeginning(signal));
            default -> throw noBeginning(event);
        };
    }

    private static IllegalStateException noBeginning(Object event) {
        return new IllegalStateException("a run begins with what it is, and not with " + event);
    }

    private static long seq(Object event) {
        return switch (event) {
            case RunEvent ofRun -> ofRun.seq();
            case ComparisonEvent ofComparison -> ofComparison.seq();
            case CapacityEvent ofCapacity -> ofCapacity.seq();
            case ScenarioSignal ofScenario -> ofScenario.seq();
            default -> throw new IllegalStateException("no event of a run: " + event);
        };
    }

    @Override
    protected void hookOnComplete() {
        RunRecording into = recording;
        if (into == null) {
            refused.accept(new IllegalStateException("a run ended without an event"));
        } else {
            into.end(RunEnding.of(last, lane, nowMillis.getAsLong()));
        }
    }

    @Override
    protected void hookOnError(Throwable error) {
        RunRecording into = recording;
        if (into == null) {
            refused.accept(error);
        } else {
            into.end(RunEnding.of(error, nowMillis.getAsLong()));
        }
    }

    /** Whoever gave it up wants nothing of it any more, unless it has begun: then it is over here. */
    @Override
    protected void hookFinally(SignalType signal) {
        RunRecording into = recording;
        if (signal == SignalType.CANCEL && into != null) {
            into.end(RunEnding.of((Object) null, lane, nowMillis.getAsLong()));
        }
    }
}
