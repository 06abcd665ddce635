/**
 * Where the command writes: {@link io.fluxlab.cli.console.Console} is its two streams and what is known about them,
 * {@link io.fluxlab.cli.console.Palette} colours text or leaves it alone, {@link io.fluxlab.cli.console.Table} lines it up, and
 * {@link io.fluxlab.cli.console.Visible} keeps what others have written from steering the terminal.
 */
@NullMarked
package io.fluxlab.cli.console;

import org.jspecify.annotations.NullMarked;
