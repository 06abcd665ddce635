package io.fluxlab.wording;

import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.PlacementFinding.StageShare;
import io.fluxlab.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says of a placement which stage decides, and what its hops cost. Immutable. */
public final class PlacementWording {

    /** Fewer hops than one in twenty elements is an accident. */
    private static final double NO_HOPS = 0.05;

    private final Words words;

    private PlacementWording(Words words) {
        this.words = words;
    }

    /** The wording in a language. */
    public static PlacementWording in(Language language) {
        return new PlacementWording(new Words("io.fluxlab.wording.words", language));
    }

    /** What decides in the placement that the verdict is about, and what hops cost; empty where no stages were placed. */
    public Optional<String> of(Verdict verdict) {
        PlacementFinding placement = verdict.placement();
        if (placement == null) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        StageShare decides = placement.stages().stream()
                .filter(stage -> stage.stage().equals(placement.decides()))
                .findFirst()
                .orElseThrow();
        double part = placement.isBusy() ? decides.busy() : decides.timeShare();
        sentences.add(words.say(
                placement.isBusy() ? "stages.busy" : "stages.time",
                placement.decides(),
                String.format(Locale.ROOT, "%.0f %%", 100 * part)));
        if (placement.hops() > NO_HOPS) {
            sentences.add(hops(placement));
        } else if (verdict.recommended() != null && othersHop(verdict)) {
            sentences.add(words.say("stages.no-hop"));
        }
        return Optional.of(String.join(" ", sentences));
    }

    private String hops(PlacementFinding placement) {
        OptionalDouble price = placement.stages().stream()
                .filter(stage -> stage.hopNanos() != null)
                .mapToLong(stage -> stage.hopNanos() == null ? 0 : stage.hopNanos())
                .average();
        String number = String.format(Locale.ROOT, placement.hops() % 1 < NO_HOPS ? "%.0f" : "%.1f", placement.hops());
        return price.isPresent()
                ? words.say("stages.hops", number, words.time(Math.round(price.getAsDouble())))
                : words.say("stages.hops.unknown", number);
    }

    private static boolean othersHop(Verdict verdict) {
        List<PlacementFinding> all = verdict.placements();
        return all != null && all.stream().anyMatch(each -> each.hops() > NO_HOPS);
    }
}
