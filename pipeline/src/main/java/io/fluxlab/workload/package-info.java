/**
 * What can be run. A {@link io.fluxlab.workload.Workload} has a name and typed parameters; its
 * {@link io.fluxlab.workload.Plan} cuts it into tasks; a task's body is a {@code Publisher} of items that sees a
 * {@link io.fluxlab.workload.TaskContext}.
 */
@NullMarked
package io.fluxlab.workload;

import org.jspecify.annotations.NullMarked;
