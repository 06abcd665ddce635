package io.fluxlab.history;

import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.LaneCapacity.Answer;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.LabException;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunState;
import io.fluxlab.library.ScenarioSignal;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.wire.WireFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended. Immutable.
 *
 * @param samples the figures of its runs
 */
record RunEnding(RunState state, long endedMillis, KeptRun.Outcome outcome, List<SampleRow> samples) {

    /**
     * The end of a run whose last event was this.
     *
     * @param lane on which it ran, if it was a run
     */
    static RunEnding of(@Nullable Object last, @Nullable String lane, long nowMillis) {
        return switch (last) {
            case RunFinished finished ->
                new RunEnding(
                        state(finished),
                        nowMillis,
                        new KeptRun.Outcome(
                                finished.summary().wallNanos(),
                                null,
                                null,
                                plain(finished.summary()),
                                finished.error()),
                        lane == null || finished.summary().wallNanos() < 1
                                ? List.of()
                                : List.of(SampleRow.of(lane, finished.summary())));
            case Verdict verdict -> {
                Map<String, Object> summary = new LinkedHashMap<>(plain(verdict.verdict()));
                summary.remove("samples");
                yield new RunEnding(
                        verdict.verdict().lanes().isEmpty() ? RunState.FAILED : RunState.COMPLETED,
                        nowMillis,
                        new KeptRun.Outcome(null, verdict.verdict().recommended(), null, summary, null),
                        SampleRow.of(verdict.verdict().samples()));
            }
            case CapacityFinished finished ->
                new RunEnding(
                        RunState.COMPLETED,
                        nowMillis,
                        new KeptRun.Outcome(
                                null,
                                null,
                                rates(finished),
                                Map.of("lanes", plain(finished).get("lanes")),
                                null),
                        List.of());
            case ScenarioSignal signal ->
                signal.ended().map(tally -> of(tally, nowMillis)).orElseGet(() -> cancelled(nowMillis));
            case null -> cancelled(nowMillis);
            default -> cancelled(nowMillis);
        };
    }

    /** The rate that each lane bears or, where there is no telling, that; in the order of the lanes. */
    private static Map<String, Object> rates(CapacityFinished finished) {
        Map<String, Object> rates = new LinkedHashMap<>();
        finished.lanes().forEach(lane -> {
            Double met = lane.metPerSecond();
            if (met != null) {
                rates.put(lane.lane(), met);
            } else if (lane.answer() == Answer.CANT_TELL) {
                rates.put(lane.lane(), lane.answer().id());
            }
        });
        return rates;
    }

    private static RunEnding of(ScenarioSignal.Tally tally, long nowMillis) {
        Map<String, Object> figures =
                Map.of("held", tally.held(), "failed", tally.failed(), "undecided", tally.undecided());
        return new RunEnding(
                tally.passed() ? RunState.COMPLETED : RunState.FAILED,
                nowMillis,
                new KeptRun.Outcome(null, null, figures, figures, null),
                List.of());
    }

    private static RunEnding cancelled(long nowMillis) {
        Failure error = new Failure("cancelled", "it was told to end");
        return new RunEnding(RunState.CANCELLED, nowMillis, KeptRun.Outcome.of(error), List.of());
    }

    /** The end of a run that failed: what was refused in the midst of it was taken away from it. */
    static RunEnding of(Throwable error, long nowMillis) {
        Failure failure = error instanceof LabException known
                ? new Failure(known.code(), String.valueOf(known.getMessage()))
                : new Failure("internal-error", "the lab failed on this request");
        boolean isBroken = !(error instanceof LabException) || error instanceof BrokenRunException;
        return new RunEnding(
                isBroken ? RunState.BROKEN : RunState.CANCELLED, nowMillis, KeptRun.Outcome.of(failure), List.of());
    }

    private static RunState state(RunFinished finished) {
        return switch (finished.status()) {
            case COMPLETED -> RunState.COMPLETED;
            case FAILED -> RunState.FAILED;
            case CANCELLED -> RunState.CANCELLED;
        };
    }

    private static Map<String, Object> plain(Object record) {
        return WireFormat.JSON.readFields(WireFormat.JSON.write(record));
    }
}
