/**
 * Runs that each have a JVM of their own, so that a comparison's lanes start alike: the child holds a lab and plays one
 * run, and its parent hears the events.
 */
@NullMarked
package io.fluxlab.process.isolate;

import org.jspecify.annotations.NullMarked;
