/**
 * Watches runs to learn what limits them: a {@link io.fluxlab.profile.Profiler} looks at the threads of a run's tasks every few
 * milliseconds and has the JDK's flight recorder tell what these wait for, and makes
 * {@link io.fluxlab.diagnosis.Evidence} of both. A run that is watched is slower; it never counts.
 */
@NullMarked
package io.fluxlab.profile;

import org.jspecify.annotations.NullMarked;
