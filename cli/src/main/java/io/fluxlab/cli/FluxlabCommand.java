package io.fluxlab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code fluxlab} itself. */
@Command(
        name = "fluxlab",
        description = "Runs one workload on many execution models, and says with numbers which one it belongs on.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Exit status: 0 done; 1 the run, an expectation or a gate failed;",
            "2 bad usage or input; 3 the server can't be reached; 4 all was done, and shows too little to",
            "recommend a lane or to say what one bears; 130 interrupted."
        })
final class FluxlabCommand extends CommandGroup {}
