package io.fluxlab.cli;

import io.fluxlab.lab.Lab;
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
     * What is offered of a lab.
     *
     * @throws picocli.CommandLine.ParameterException naming what is no pattern, or matches nothing that the lab has
     */
    Lab of(Lab lab, OptionMistakes mistakes) {
        List<String> none = List.of();
        mistakes.checked("--allow-workload", () -> offered(lab, allowedWorkloads, none, none, none));
        mistakes.checked("--deny-workload", () -> offered(lab, none, deniedWorkloads, none, none));
        mistakes.checked("--allow-lane", () -> offered(lab, none, none, allowedLanes, none));
        mistakes.checked("--deny-lane", () -> offered(lab, none, none, none, deniedLanes));
        return offered(lab, allowedWorkloads, deniedWorkloads, allowedLanes, deniedLanes);
    }

    private static Lab offered(
            Lab lab,
            List<String> allowedWorkloads,
            List<String> deniedWorkloads,
            List<String> allowedLanes,
            List<String> deniedLanes) {
        NamePatterns workloads = new NamePatterns(allowedWorkloads, deniedWorkloads);
        NamePatterns lanes = new NamePatterns(allowedLanes, deniedLanes);
        return new Offer(workloads, lanes).of(lab).blockOptional().orElseThrow();
    }
}
