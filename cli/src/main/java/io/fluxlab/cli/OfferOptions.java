package io.fluxlab.cli;

import io.fluxlab.server.offer.NamePatterns;
import io.fluxlab.server.offer.Offer;
import java.util.List;
import picocli.CommandLine.Option;

/** What of its lab a server offers. */
final class OfferOptions {

    @Option(
            names = "--allow-workload",
            paramLabel = "GLOB",
            split = ",",
            description = "Offer these workloads alone: a name, or a pattern with *, ? or [a-c].")
    private List<String> allowedWorkloads = List.of();

    @Option(
            names = "--deny-workload",
            paramLabel = "GLOB",
            split = ",",
            description = "Do not offer these workloads, also where they are allowed.")
    private List<String> deniedWorkloads = List.of();

    @Option(
            names = "--allow-lane",
            paramLabel = "GLOB",
            split = ",",
            description = "Offer these lanes alone, with whatever settings.")
    private List<String> allowedLanes = List.of();

    @Option(
            names = "--deny-lane",
            paramLabel = "GLOB",
            split = ",",
            description = "Do not offer these lanes, also where they are allowed.")
    private List<String> deniedLanes = List.of();

    /**
     * The offer.
     *
     * @throws IllegalArgumentException naming what is no pattern
     */
    Offer offer() {
        return new Offer(
                new NamePatterns(allowedWorkloads, deniedWorkloads), new NamePatterns(allowedLanes, deniedLanes));
    }
}
