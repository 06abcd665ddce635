/**
 * Pipelines whose steps belong to different schedulers. {@link io.fluxlab.stage.Stages} declares one, a
 * {@link io.fluxlab.stage.Placement} says on which lane each of its stages runs, and a {@link io.fluxlab.stage.PlacedLane} makes
 * such a placement a lane, so that placements are compared as lanes are. What runs is made of Reactor's own operators.
 */
@NullMarked
package io.fluxlab.stage;

import org.jspecify.annotations.NullMarked;
