package io.fluxlab.cli;

import picocli.CommandLine.Command;

/** {@code fluxlab lecture}. */
@Command(
        name = "lecture",
        description =
                "The lecture in the hands of its students: puzzles in which they are the scheduler, and its practice.",
        synopsisSubcommandLabel = "COMMAND")
final class LectureCommand extends CommandGroup {}
