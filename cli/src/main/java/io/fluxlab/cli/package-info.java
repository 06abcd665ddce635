/**
 * The {@code fluxlab} command: each subcommand is a class that reads its options, asks a
 * {@link io.fluxlab.lab.Lab}, and hands what comes to a view. {@link io.fluxlab.cli.Main} is where it starts.
 */
@NullMarked
package io.fluxlab.cli;

import org.jspecify.annotations.NullMarked;
