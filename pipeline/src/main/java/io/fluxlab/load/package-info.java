/**
 * Tasks that arrive on their own time, as a service's requests do: an open model. A {@link io.fluxlab.load.Load} says how
 * many arrive each second and for how long, a {@link io.fluxlab.load.Schedule} when each is due, and a
 * {@link io.fluxlab.load.LoadGenerator} says so when it is, whether or not earlier ones have ended. What comes of it is a
 * {@link io.fluxlab.load.LoadSummary}.
 *
 * <p>A run knows of it only how many tasks are due, which its queue asks, and tells a {@link io.fluxlab.load.LoadRecord} when
 * they end.
 */
@NullMarked
package io.fluxlab.load;

import org.jspecify.annotations.NullMarked;
