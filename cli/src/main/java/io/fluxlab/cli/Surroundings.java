package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Input;

/** What every command is given. */
record Surroundings(Console console, Input input, Interrupt interrupt, LabSource labs) {}
