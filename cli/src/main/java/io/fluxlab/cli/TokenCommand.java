package io.fluxlab.cli;

import picocli.CommandLine.Command;

/** {@code fluxlab token}. */
@Command(
        name = "token",
        description = "Adds, lists and removes those who may use a server: its credentials file keeps hashes alone.",
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand extends CommandGroup {}
