/**
 * A user's own code as a workload: {@link io.fluxlab.cli.code.CodeName} is what is typed,
 * {@link io.fluxlab.cli.code.SourceCompiler} makes classes of a source file, {@link io.fluxlab.cli.code.MethodChoice} finds
 * the method that fits the arguments, and {@link io.fluxlab.cli.code.CodeCall} calls it. Whatever does not fit is a
 * {@link io.fluxlab.cli.input.UsageException} that says what would.
 */
@NullMarked
package io.fluxlab.cli.code;

import org.jspecify.annotations.NullMarked;
