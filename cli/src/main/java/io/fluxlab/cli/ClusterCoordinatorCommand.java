package io.fluxlab.cli;

import picocli.CommandLine.Command;

/** {@code fluxlab cluster coordinator}: {@code serve --cluster}, at an address of its own where none is given. */
@Command(
        name = "coordinator",
        description = {
            "Starts a coordinator that workers join, until Ctrl-C or SIGTERM.",
            "",
            "It is 'fluxlab serve --cluster ADDRESS', with all that belongs to it: whoever wants something run asks its lab"
                    + " ('--lane cluster --server ADDRESS'). Without --cluster workers join at "
                    + ClusterCoordinatorCommand.USUAL_ADDRESS + "."
        },
        sortOptions = false)
final class ClusterCoordinatorCommand extends ServeCommand {

    static final String USUAL_ADDRESS = "tcp://127.0.0.1:7879";

    ClusterCoordinatorCommand(Surroundings surroundings) {
        super(surroundings, USUAL_ADDRESS);
    }
}
