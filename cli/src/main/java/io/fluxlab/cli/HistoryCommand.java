package io.fluxlab.cli;

import picocli.CommandLine.Command;

/** {@code fluxlab history}: runs that are kept. */
@Command(name = "history", description = "Lists, shows, exports and compares kept runs.")
final class HistoryCommand extends CommandGroup {}
