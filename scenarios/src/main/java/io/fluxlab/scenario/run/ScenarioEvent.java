package io.fluxlab.scenario.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.library.ScenarioSignal;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.ScenarioOutcome;
import io.fluxlab.scenario.expression.Seen;
import io.fluxlab.scenario.guess.Answer;
import io.fluxlab.scenario.guess.Poll;
import io.fluxlab.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened while a scenario ran. Immutable. Times count from the scenario's start. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ScenarioEvent.ScenarioStarted.class),
    @JsonSubTypes.Type(ScenarioEvent.StepStarted.class),
    @JsonSubTypes.Type(ScenarioEvent.OfRun.class),
    @JsonSubTypes.Type(ScenarioEvent.OfComparison.class),
    @JsonSubTypes.Type(ScenarioEvent.StepFinished.class),
    @JsonSubTypes.Type(ScenarioEvent.StepBroken.class),
    @JsonSubTypes.Type(ScenarioEvent.Judged.class),
    @JsonSubTypes.Type(ScenarioEvent.Revealed.class),
    @JsonSubTypes.Type(ScenarioEvent.ScenarioFinished.class)
})
public sealed interface ScenarioEvent extends ScenarioSignal {

    /** When it happened, in nanoseconds since the scenario's start. */
    long atNanos();

    @Override
    default Optional<String> begun() {
        return Optional.empty();
    }

    @Override
    default Optional<Tally> ended() {
        return Optional.empty();
    }

    /** The first event: which scenario, in which form, and the ids of its steps; {@code run} is the id under which it runs. */
    @JsonTypeName("scenario-started")
    record ScenarioStarted(
            long seq,
            long atNanos,
            String run,
            String scenario,
            Map<Language, String> title,
            String lecture,
            Form form,
            List<String> steps)
            implements ScenarioEvent {

        @Override
        public Optional<String> begun() {
            return Optional.of(run);
        }
    }

    /** A step begins: runs, or a comparison, of which an explanation is one that explains its lanes, too. */
    @JsonTypeName("step-started")
    record StepStarted(
            long seq,
            long atNanos,
            String step,
            String workload,
            List<String> lanes,
            boolean compares,
            boolean explains)
            implements ScenarioEvent {}

    /** An event of a run that is a step, or a part of it. */
    @JsonTypeName("run-event")
    record OfRun(long seq, long atNanos, String step, String lane, RunEvent event) implements ScenarioEvent {}

    /** An event of a comparison that is a step. */
    @JsonTypeName("comparison-event")
    record OfComparison(long seq, long atNanos, String step, ComparisonEvent event) implements ScenarioEvent {}

    /** A step has ended; the plain figures it gave, lane by lane. */
    @JsonTypeName("step-finished")
    record StepFinished(long seq, long atNanos, String step, Map<String, Map<String, Object>> figures)
            implements ScenarioEvent {}

    /** A step gave no figures: the run broke, or its time was up. */
    @JsonTypeName("step-broken")
    record StepBroken(long seq, long atNanos, String step, Failure error) implements ScenarioEvent {}

    /**
     * An expectation was judged.
     *
     * @param expectation its index
     * @param that the condition as it is written
     * @param given what has to hold for the condition to count, as it is written; null where it always counts
     * @param proves the sentence that is true where it held
     * @param held whether it did
     * @param undecided whether it was not judged, because what is given did not hold
     * @param seen the parts of the condition, or of what is given, that say why, with their values
     * @param problem why it could not be judged, null where it could
     * @param figures where it did not hold, the plain figures of the steps that it names: step to lane to figure
     */
    @JsonTypeName("judged")
    record Judged(
            long seq,
            long atNanos,
            int expectation,
            String that,
            @Nullable String given,
            Map<Language, String> proves,
            boolean held,
            boolean undecided,
            List<Seen> seen,
            @Nullable String problem,
            Map<String, Map<String, Map<String, Object>>> figures)
            implements ScenarioEvent {}

    /**
     * What came out, for a question that was to be guessed.
     *
     * @param question its id
     * @param asks the question
     * @param choice the index of the choice that came out; null where none did, or where a number was asked for
     * @param value the number that came out; null where a choice was asked for
     * @param problem why nothing can be said; null where something can
     * @param guesses what was guessed, held against that
     */
    @JsonTypeName("revealed")
    record Revealed(
            long seq,
            long atNanos,
            String question,
            Map<Language, String> asks,
            @Nullable Integer choice,
            @Nullable Double value,
            @Nullable String problem,
            List<Poll.Line> guesses)
            implements ScenarioEvent {

        /** What came out, without the question that was asked. */
        public Answer answer() {
            return new Answer(choice, value, problem);
        }
    }

    /** The last event: how many expectations held, how many did not, and how many could not be judged here. */
    @JsonTypeName("scenario-finished")
    record ScenarioFinished(long seq, long atNanos, String scenario, int held, int failed, int undecided)
            implements ScenarioEvent {

        @Override
        public Optional<Tally> ended() {
            return Optional.of(new Tally(held, failed, undecided));
        }

        /** Whether all that could be judged came out. */
        public boolean passed() {
            return failed == 0;
        }

        /** How they came out as a whole. */
        public ScenarioOutcome outcome() {
            return ScenarioOutcome.of(held, failed, undecided);
        }

        /** How many expectations there are. */
        public int all() {
            return held + failed + undecided;
        }
    }
}
