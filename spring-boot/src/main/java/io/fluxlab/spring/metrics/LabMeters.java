package io.fluxlab.spring.metrics;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunSummary;
import io.fluxlab.spring.Activity;
import io.fluxlab.spring.LabListener;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts tasks, outcomes and what the bystanders saw, in a registry that stays the caller's. Thread-safe. */
final class LabMeters implements LabListener {

    private static final String LANE = "lane";
    private static final String WORKLOAD = "workload";

    /** From what nobody feels to what everybody does. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;

    LabMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void finished(Activity run, RunSummary summary) {
        String lane = name(run.lanes().getFirst());
        tasks(run.workload(), lane, "finished", summary.tasks() - summary.failed());
        tasks(run.workload(), lane, "failed", summary.failed());
        bystander(run.workload(), lane, summary.bystander());
        canaries(run.workload(), lane, summary.canaries());
    }

    @Override
    public void finished(Activity comparison, Verdict verdict) {
        for (LaneVerdict each : verdict.lanes()) {
            String lane = name(each.lane());
            outcome(comparison.workload(), lane, each.outcome());
            Latency latency = each.bystander();
            if (latency != null) {
                bystander(comparison.workload(), lane, latency);
            }
            canaries(comparison.workload(), lane, each.canaries());
        }
    }

    private void tasks(String workload, String lane, String result, int count) {
        Counter.builder("fluxlab.tasks")
                .description("Tasks of runs that have ended")
                .tags(WORKLOAD, workload, LANE, lane, "result", result)
                .register(registry)
                .increment(count);
    }

    private void outcome(String workload, String lane, Outcome outcome) {
        Counter.builder("fluxlab.outcomes")
                .description("What comparisons have found about lanes")
                .tags(WORKLOAD, workload, LANE, lane, "outcome", outcome.id())
                .register(registry)
                .increment();
    }

    private void bystander(String workload, String lane, Latency latency) {
        if (latency.count() > 0) {
            Timer.builder("fluxlab.bystander.p99")
                    .description(
                            "The 99th percentile of a bystander's latency, one for each run or lane of a comparison")
                    .serviceLevelObjectives(BOUNDS)
                    .tags(WORKLOAD, workload, LANE, lane)
                    .register(registry)
                    .record(Duration.ofNanos(latency.p99Nanos()));
        }
    }

    /** Loops have one meter together: each by itself is in the run's summary. */
    private void canaries(String workload, String lane, @Nullable List<CanaryReading> canaries) {
        if (canaries != null) {
            canaries.forEach(reading -> Timer.builder("fluxlab.canary.p99")
                    .description(
                            "The 99th percentile of how late a canary was, one for each run or lane of a comparison")
                    .serviceLevelObjectives(BOUNDS)
                    .tags(
                            WORKLOAD,
                            workload,
                            LANE,
                            lane,
                            "canary",
                            reading.canary().id())
                    .register(registry)
                    .record(Duration.ofNanos(reading.latency().p99Nanos())));
        }
    }

    /** The lane's name without its settings, of which there are too many for a tag. */
    private static String name(String lane) {
        int settings = lane.indexOf(':');
        return settings < 0 ? lane : lane.substring(0, settings);
    }
}
