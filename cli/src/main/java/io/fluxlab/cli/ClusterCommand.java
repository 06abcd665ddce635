package io.fluxlab.cli;

import picocli.CommandLine.Command;

/** {@code fluxlab cluster}. */
@Command(
        name = "cluster",
        description = {
            "Joins a coordinator as a worker, and asks and tells one about its workers.",
            "",
            "'fluxlab serve --cluster ADDRESS' is a coordinator: its lane cluster runs at those who have joined."
        },
        synopsisSubcommandLabel = "COMMAND")
final class ClusterCommand extends CommandGroup {}
