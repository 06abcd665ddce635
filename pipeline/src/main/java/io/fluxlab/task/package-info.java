/**
 * How one task runs on a thread, wherever that is: {@link io.fluxlab.task.TaskExecution} takes its body from the start to the
 * one end it has, and tells a {@link io.fluxlab.task.TaskSink} of it.
 */
@NullMarked
package io.fluxlab.task;

import org.jspecify.annotations.NullMarked;
