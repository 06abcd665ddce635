/**
 * The children that run a run's tasks, as their parent sees them. A {@link io.fluxlab.process.pool.Pool} has members, gives
 * whoever is free to the next task, and replaces those that are lost; a {@link io.fluxlab.process.pool.PooledTask} is one
 * task on its way, which outlives the children that it ends. Everything here happens on the pool's own loop.
 */
@NullMarked
package io.fluxlab.process.pool;

import org.jspecify.annotations.NullMarked;
