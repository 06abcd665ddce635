package io.fluxlab.cli;

import io.fluxlab.cli.input.PlacementNames;
import io.fluxlab.cli.input.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** Where each stage of a pipeline runs. */
final class PlacementOptions {

    @Option(
            names = "--placements",
            paramLabel = "PLACEMENT",
            description = "Where each stage of a pipeline runs, in place of lanes: "
                    + "'fetch@event-loop,parse@parallel,store@bounded-elastic:threads=8'; several with semicolons between them, or "
                    + "the option several times. One lane alone is for all stages; 'best' looks for the best one, on the lanes named by --lanes, or "
                    + "event-loop, parallel and bounded-elastic.")
    private List<String> placements = List.of();

    /**
     * The placements that were typed; none where lanes or variants are compared.
     *
     * @param typed the lanes that were
     */
    List<String> named(List<String> typed, boolean compareVariants) {
        List<String> placed = PlacementNames.read(placements, typed);
        if (!placed.isEmpty() && compareVariants) {
            throw new UsageException("--placements %s: variants are compared on one lane: leave --placements away"
                    .formatted(String.join(";", placed)));
        }
        return placed;
    }
}
