/**
 * Records as the one description of an input: from a record's components and their {@link io.fluxlab.parameter.Param}
 * come the JSON Schema, the command's help, the defaults, the checks and the error messages.
 */
@NullMarked
package io.fluxlab.parameter;

import org.jspecify.annotations.NullMarked;
