/**
 * A worker: joins a coordinator, makes plans anew from workload and parameters, and runs their tasks, one at a time on each of its lanes.
 */
@NullMarked
package io.fluxlab.cluster.worker;

import org.jspecify.annotations.NullMarked;
