package io.fluxlab.verdict;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which lanes hold the event loop up under load so much that it is lost to everyone else, and which leave it to them, whether
 * they keep up or not. Immutable.
 *
 * @param lost the lanes whose bystander waits longer than any may, and ten times longer than the calmest lane's
 * @param kept the lanes whose bystander waits no longer than any may
 */
public record LoopKeeping(List<Keeper> lost, List<Keeper> kept) {

    /** A lane, and its bystander's latency. */
    public record Keeper(String lane, Latency bystander) {

        private CanaryReading ofLoop() {
            return CanaryReading.ofBystander(bystander);
        }
    }

    public LoopKeeping {
        lost = List.copyOf(lost);
        kept = List.copyOf(kept);
    }

    static LoopKeeping of(List<LaneVerdict> judged, List<LaneBehind> behind) {
        List<Keeper> all = new ArrayList<>();
        judged.forEach(lane -> add(all, lane.lane(), Optional.ofNullable(lane.bystander())));
        behind.forEach(lane -> add(all, lane.lane(), Optional.ofNullable(lane.bystander())));
        Optional<Latency> calmest =
                all.stream().map(Keeper::bystander).min(Comparator.comparingLong(Latency::p99Nanos));
        return new LoopKeeping(
                all.stream()
                        .filter(lane -> Calm.unbearable(
                                lane.ofLoop(),
                                calmest.map(CanaryReading::ofBystander).orElse(null)))
                        .toList(),
                all.stream().filter(lane -> Calm.bearable(lane.ofLoop())).toList());
    }

    private static void add(List<Keeper> all, String lane, Optional<Latency> bystander) {
        bystander.ifPresent(latency -> all.add(new Keeper(lane, latency)));
    }
}
