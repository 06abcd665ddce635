/**
 * Where tasks really ran. A {@link io.fluxlab.trail.Trail} follows one task from thread to thread; a
 * {@link io.fluxlab.trail.TrailLog} adds the trails of a run up to the {@link io.fluxlab.trail.PlaceOfWork places} where
 * its work was done, and says how much of it was done before anything was subscribed ({@link io.fluxlab.trail.Assembly}).
 */
@NullMarked
package io.fluxlab.trail;

import org.jspecify.annotations.NullMarked;
