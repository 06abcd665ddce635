/**
 * A display that changes in place: an {@link io.fluxlab.cli.live.Animation} shows a
 * {@link io.fluxlab.cli.live.Picture} some times a second on a terminal. {@link io.fluxlab.cli.live.TaskBoard} is the part
 * of a picture that shows how a run's tasks are. A {@link io.fluxlab.cli.live.KeyScreen} shows one that answers keys.
 */
@NullMarked
package io.fluxlab.cli.live;

import org.jspecify.annotations.NullMarked;
