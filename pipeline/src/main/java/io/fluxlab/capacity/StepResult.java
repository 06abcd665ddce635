package io.fluxlab.capacity;

import io.fluxlab.load.LoadSummary;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a step. Immutable.
 *
 * @param outcome how it came out
 * @param failed the objectives that did not hold
 * @param message of what failed; null where nothing did
 * @param figures what was seen; null where the run did not come to its end
 * @param isDisturbing whether threads are left that could not be stopped, beside which nothing can be measured
 */
record StepResult(
        StepOutcome outcome,
        List<Slo> failed,
        @Nullable String message,
        @Nullable StepFigures figures,
        boolean isDisturbing) {

    /** Whether tasks arrived, and every one of them has failed. */
    boolean hasFailedAltogether() {
        return outcome == StepOutcome.FAILED
                && figures != null
                && figures.arrivals() > 0
                && figures.failed() == figures.arrivals();
    }

    /** Reads the result off a run's events. Confined to the run's stream. */
    static final class Reader {

        /** Of a task that shares its run's fate: the run says why. */
        private static final String CANCELLED = "cancelled";

        private final List<Slo> objectives;
        private @Nullable Failure first;
        private @Nullable RunFinished end;

        Reader(List<Slo> objectives) {
            this.objectives = objectives;
        }

        void accept(RunEvent event) {
            if (event instanceof TaskFailed failed
                    && first == null
                    && !failed.error().code().equals(CANCELLED)) {
                first = failed.error();
            } else if (event instanceof RunFinished finished) {
                end = finished;
            }
        }

        StepResult result() {
            RunFinished finished = end;
            LoadSummary load = finished == null ? null : finished.summary().load();
            if (finished == null || load == null) {
                return new StepResult(StepOutcome.FAILED, List.of(), "the run did not complete", null, false);
            }
            StepFigures figures = StepFigures.of(finished.summary(), load);
            if (finished.status() != Status.COMPLETED) {
                boolean isDisturbing = finished.left() != null;
                return new StepResult(StepOutcome.FAILED, List.of(), message(finished), figures, isDisturbing);
            } else if (!load.keepsUp()) {
                return new StepResult(StepOutcome.BEHIND, List.of(), null, figures, false);
            }
            List<Slo> failed =
                    objectives.stream().filter(slo -> !slo.isMet(figures)).toList();
            boolean isLate = load.wasSentLate() && failed.stream().anyMatch(slo -> !slo.bystander());
            StepOutcome outcome =
                    failed.isEmpty() ? StepOutcome.MET : isLate ? StepOutcome.SENT_LATE : StepOutcome.MISSED;
            return new StepResult(outcome, failed, null, figures, false);
        }

        private String message(RunFinished finished) {
            Failure error = first != null ? first : finished.error();
            return error == null ? "the run did not complete" : error.message();
        }
    }
}
