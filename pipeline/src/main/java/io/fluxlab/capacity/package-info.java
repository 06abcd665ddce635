/**
 * The highest rate at which a lane meets its objectives. A {@link io.fluxlab.capacity.Slo} says what is to hold of latencies,
 * and a search of rates, one for each lane, which rate is tried next, and by how many steps, each a run under load, it is
 * decided whether that is met. {@link io.fluxlab.capacity.Capacity} makes the steps happen, lane by lane in turn, and tells of
 * them as {@link io.fluxlab.capacity.CapacityEvent}s, the last of which has a {@link io.fluxlab.capacity.LaneCapacity} for
 * each lane.
 */
@NullMarked
package io.fluxlab.capacity;

import org.jspecify.annotations.NullMarked;
