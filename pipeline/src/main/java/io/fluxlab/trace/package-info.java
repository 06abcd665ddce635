/**
 * What the threads of a task did, where somebody asked for it. A body and its lane make {@link io.fluxlab.trace.TraceMark marks} through a
 * {@link io.fluxlab.trace.Tracer}; a {@link io.fluxlab.trace.RunTrace} keeps those of one run, task by task, up to a bound.
 */
@NullMarked
package io.fluxlab.trace;

import org.jspecify.annotations.NullMarked;
