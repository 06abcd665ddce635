/**
 * What demonstrations are played with: {@link io.fluxlab.lecture.demonstration.Story} tells one moment after the other,
 * {@link io.fluxlab.lecture.demonstration.DemonstrationThreads} are the threads that play in it and end with it, and {@link io.fluxlab.lecture.demonstration.Patience}
 * bounds and names every wait.
 */
@NullMarked
package io.fluxlab.lecture.demonstration;

import org.jspecify.annotations.NullMarked;
