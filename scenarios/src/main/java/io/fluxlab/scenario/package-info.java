/** Scripts that run, explain themselves and check what they claim. */
@NullMarked
package io.fluxlab.scenario;

import org.jspecify.annotations.NullMarked;
