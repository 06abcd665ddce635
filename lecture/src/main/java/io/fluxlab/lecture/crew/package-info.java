/**
 * What demonstrations are played with: {@link io.fluxlab.lecture.crew.Story} tells one moment after the other,
 * {@link io.fluxlab.lecture.crew.Crew} are the threads that play in it and end with it, and {@link io.fluxlab.lecture.crew.Patience}
 * bounds and names every wait.
 */
@NullMarked
package io.fluxlab.lecture.crew;

import org.jspecify.annotations.NullMarked;
