package io.fluxlab.scenario.report;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.scenario.run.ScenarioEvent.StepStarted;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page shows of one step. Not thread-safe. */
final class StepStory {

    private final StepStarted step;
    private final Map<String, LaneStory> lanes = new LinkedHashMap<>();
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, Proved> proved = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
    private @Nullable ComparisonStarted started;
    private @Nullable Verdict verdict;
    private @Nullable String problem;

    StepStory(StepStarted step) {
        this.step = step;
        step.lanes().forEach(lane -> lanes.put(lane, new LaneStory()));
    }

    void accept(String lane, RunEvent event) {
        lanes.computeIfAbsent(lane, key -> new LaneStory()).accept(event);
    }

    void accept(ComparisonEvent event) {
        switch (event) {
            case ComparisonStarted first -> {
                started = first;
                lanes.keySet().retainAll(first.lanes());
            }
            case ComparisonEvent.OfRun run -> accept(run.lane(), run.event());
            case ComparisonEvent.Verdict last -> verdict = last.verdict();
            case ComparisonEvent.RoundStarted ignored -> {}
            case ComparisonEvent.RunProgress ignored -> {}
            case ComparisonEvent.Standings ignored -> {}
            case ComparisonEvent.Found found -> this.found.put(found.lane(), found);
            case ComparisonEvent.Proved proved -> this.proved.put(proved.lane(), proved);
        }
    }

    void end(Map<String, Map<String, Object>> given) {
        figures.putAll(given);
    }

    /** The plain figures that it gave, lane by lane. */
    Map<String, Map<String, Object>> figures() {
        return figures;
    }

    void breakDown(String message) {
        problem = message;
    }

    StepStarted step() {
        return step;
    }

    Map<String, LaneStory> lanes() {
        return lanes;
    }

    /** What limits its lanes, in their order. */
    Map<String, Found> found() {
        return found;
    }

    /** How what may help came out on the lanes where there is something. */
    Map<String, Proved> proved() {
        return proved;
    }

    @Nullable
    ComparisonStarted started() {
        return started;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    @Nullable
    String problem() {
        return problem;
    }

    /** The bystander's latency on each lane that had one. */
    Map<String, Latency> bystanders() {
        Map<String, Latency> found = new LinkedHashMap<>();
        Verdict last = verdict;
        if (last != null) {
            for (LaneVerdict lane : last.lanes()) {
                put(found, lane.lane(), lane.bystander());
            }
            return found;
        }
        lanes.forEach((lane, story) -> {
            RunFinished end = story.finished();
            put(found, lane, end == null ? null : end.summary().bystander());
        });
        return found;
    }

    private static void put(Map<String, Latency> all, String lane, @Nullable Latency latency) {
        if (latency != null && latency.count() > 0) {
            all.put(lane, latency);
        }
    }
}
