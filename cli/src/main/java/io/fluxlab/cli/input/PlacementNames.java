package io.fluxlab.cli.input;

import io.fluxlab.comparison.ComparisonRequest;
import java.util.List;
import java.util.stream.Stream;

/** Placements as they are typed, with semicolons between them, since there are commas between the stages of one. */
public final class PlacementNames {

    private PlacementNames() {}

    /**
     * The placements of these texts; none where nothing was typed.
     *
     * @param lanes the lanes that were typed beside them, which only the search for the best placement takes
     * @throws UsageException where the texts name none, or lanes were typed as well
     */
    public static List<String> read(List<String> texts, List<String> lanes) {
        List<String> placed = texts.stream()
                .flatMap(text -> Stream.of(text.split(";")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (placed.isEmpty() && !texts.isEmpty()) {
            throw new UsageException("--placements names none: write stage@lane with commas between them, such as "
                    + "'fetch@event-loop,parse@parallel'");
        }
        if (!placed.isEmpty() && !lanes.isEmpty() && !placed.equals(List.of(ComparisonRequest.BEST))) {
            throw new UsageException(
                    "--lanes %s: placements name the lanes themselves: leave --lanes or --placements away"
                            .formatted(String.join(",", lanes)));
        }
        return placed;
    }
}
