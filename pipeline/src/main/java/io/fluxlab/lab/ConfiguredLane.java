package io.fluxlab.lab;

import io.fluxlab.claim.Claim;
import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneFamily;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Locality;
import io.fluxlab.lane.StagePlace;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.stage.PlacedLane;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lane of a family, under the text that a request names it by: that text is the lane's id in every event and table.
 * Immutable.
 */
record ConfiguredLane(String name, Record settings, Lane lane) implements Lane {

    static <S extends Record> ConfiguredLane of(String text, LaneFamily<S> family, S settings) {
        return new ConfiguredLane(text, settings, family.with(settings));
    }

    /** A lane under the name of a variant that runs on it. */
    static ConfiguredLane called(String name, Lane lane) {
        return lane instanceof ConfiguredLane configured
                ? new ConfiguredLane(name, configured.settings, configured.lane)
                : new ConfiguredLane(name, new None(), lane);
    }

    /** Of a lane without settings. */
    private record None() {}

    /** Whether two lanes are one, whatever they are called: a setting may be left out, or given as it is by default. */
    static boolean same(Lane one, Lane other) {
        if (one instanceof ConfiguredLane here && other instanceof ConfiguredLane there) {
            return here.lane.name().equals(there.lane.name()) && here.settings.equals(there.settings);
        }
        if (one instanceof PlacedLane here && other instanceof PlacedLane there) {
            return here.isSameAs(there);
        }
        return one.equals(other);
    }

    /** Equal where the lane and its settings are, whatever it is called: two stages on it share its threads. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfiguredLane lanes && same(this, lanes);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }

    @Override
    public String summary() {
        return lane.summary();
    }

    @Override
    public Optional<String> unavailable() {
        return lane.unavailable();
    }

    @Override
    public boolean isEmulation() {
        return lane.isEmulation();
    }

    @Override
    public Optional<StagePlace> stagePlace() {
        return lane.stagePlace();
    }

    @Override
    public Optional<String> code(String threads) {
        return lane.code(threads);
    }

    @Override
    public int concurrency(int tasks) {
        return lane.concurrency(tasks);
    }

    @Override
    public int mostConcurrency() {
        return lane.mostConcurrency();
    }

    @Override
    public Claim claim(int concurrency) {
        return lane.claim(concurrency);
    }

    @Override
    public int computing(int concurrency) {
        return lane.computing(concurrency);
    }

    @Override
    public Locality locality() {
        return lane.locality();
    }

    @Override
    public Optional<String> refusal(Workload<?> workload) {
        return lane.refusal(workload);
    }

    @Override
    public Optional<String> isolationRefusal() {
        return lane.isolationRefusal();
    }

    @Override
    public Optional<KeptLane> keep() {
        return lane.keep().map(kept -> new KeptLane(new ConfiguredLane(name, settings, kept.lane()), kept.close()));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return lane.open(home, concurrency);
    }
}
