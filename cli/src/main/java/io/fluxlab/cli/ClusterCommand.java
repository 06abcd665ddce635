package io.fluxlab.cli;

import picocli.CommandLine.Command;

/** {@code fluxlab cluster}. */
@Command(
        name = "cluster",
        description = {
            "Starts a coordinator, joins one as a worker, and asks and tells one about its workers.",
            "",
            "A coordinator is a server ('fluxlab serve --cluster ADDRESS'): its lane cluster runs at those who have joined."
        },
        synopsisSubcommandLabel = "COMMAND")
final class ClusterCommand extends CommandGroup {}
