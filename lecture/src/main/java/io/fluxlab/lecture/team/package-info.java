/**
 * Threads that a demonstration makes for itself, beside its lane's, and must end itself: a
 * {@link io.fluxlab.lecture.team.Team} is closed before its task ends, whatever happens, and none of its threads outlives
 * it.
 */
@NullMarked
package io.fluxlab.lecture.team;

import org.jspecify.annotations.NullMarked;
