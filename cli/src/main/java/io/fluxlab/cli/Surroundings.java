package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;

/** What every command is given. */
record Surroundings(Console console, Interrupt interrupt, LabSource labs) {}
