package io.fluxlab.cli;

import io.fluxlab.cli.input.ParameterValues;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to run. */
final class WorkloadArguments {

    @Parameters(index = "0", paramLabel = "WORKLOAD", description = "What to run: see fluxlab workloads.")
    private String workload = "";

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the workload: see fluxlab workloads WORKLOAD.")
    private List<String> parameters = List.of();

    String workload() {
        return workload;
    }

    Map<String, Object> parameters() {
        return ParameterValues.parse(parameters);
    }
}
