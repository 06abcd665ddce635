/**
 * Where tasks run. A {@link io.fluxlab.lane.Lane} is an execution model with a name; opened for a run, it is a
 * {@link io.fluxlab.lane.LaneSession} that hands out {@link io.fluxlab.lane.Strand}s. A lane decides on which thread a
 * task's body is subscribed; what is common to all lanes (order, demand, concurrency, cancel) is the run's business. Where
 * there is something to set, the lane is a {@link io.fluxlab.lane.LaneFamily}.
 */
@NullMarked
package io.fluxlab.lane;

import org.jspecify.annotations.NullMarked;
