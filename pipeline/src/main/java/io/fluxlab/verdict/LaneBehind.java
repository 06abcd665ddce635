package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lane that falls behind its load, so that it has no latency, and no outcome: how much so in a typical round. Immutable.
 *
 * @param lane its name
 * @param rounds in how many rounds it fell behind
 * @param offeredPerSecond how many tasks were due each second
 * @param servedPerSecond how many ended well each second
 * @param growthPerSecond how many more waited, or ran, each second
 * @param overflowed how many tasks were left out because too many waited, in all rounds
 * @param unserved how many had not ended when a run was ended, in all rounds
 * @param bystander the bystander's latency; null where there was none
 * @param canaries how late canaries were beside what else its tasks share; null where there were none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneBehind(
        String lane,
        int rounds,
        double offeredPerSecond,
        double servedPerSecond,
        double growthPerSecond,
        long overflowed,
        long unserved,
        @Nullable Latency bystander,
        @Nullable List<CanaryReading> canaries) {

    /** A lane is behind that was so in one round of so many, or more: one round alone may have had bad luck. */
    private static final int ONE_IN = 3;

    /** Whether a lane falls behind, by the samples of its rounds. */
    public static boolean isBehind(List<LaneSample> rounds) {
        long behind = rounds.stream().filter(LaneSample::fellBehind).count();
        return behind > 0 && behind * ONE_IN >= rounds.size();
    }

    /** By the samples of its rounds, in one of which at least it was behind. */
    public static LaneBehind of(String lane, List<LaneSample> rounds) {
        LaneRounds all = new LaneRounds();
        rounds.forEach(all::add);
        List<LoadSummary> loads = rounds.stream()
                .filter(LaneSample::fellBehind)
                .map(LaneSample::load)
                .filter(Objects::nonNull)
                .toList();
        return new LaneBehind(
                lane,
                loads.size(),
                Medians.of(loads.stream().mapToDouble(LoadSummary::offeredPerSecond)),
                Medians.of(loads.stream().mapToDouble(LoadSummary::servedPerSecond)),
                Medians.of(loads.stream().mapToDouble(LoadSummary::growthPerSecond)),
                loads.stream().mapToLong(LoadSummary::overflowed).sum(),
                loads.stream().mapToLong(LoadSummary::unserved).sum(),
                all.bystander(),
                all.canaries());
    }
}
