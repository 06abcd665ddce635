/**
 * What a person types, as values: {@link io.fluxlab.cli.input.ParameterValues} reads {@code name=value},
 * {@link io.fluxlab.cli.input.Durations} {@code 15s}, and {@link io.fluxlab.cli.input.ParameterGuide} says which
 * parameters there are.
 */
@NullMarked
package io.fluxlab.cli.input;

import org.jspecify.annotations.NullMarked;
