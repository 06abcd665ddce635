/**
 * The log of {@code fluxlab serve}, by Logback. Every other command is
 * {@linkplain io.fluxlab.cli.log.QuietConfigurator quiet}; {@linkplain io.fluxlab.cli.log.ServerLog the server's log} goes
 * to standard error, one event a line.
 */
@NullMarked
package io.fluxlab.cli.log;

import org.jspecify.annotations.NullMarked;
