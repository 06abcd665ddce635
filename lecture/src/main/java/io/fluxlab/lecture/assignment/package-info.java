/**
 * The lecture's practice (Практика) as assignments: an {@link io.fluxlab.lecture.assignment.Assignment} has a project for
 * students, and hidden checks for whoever looks at what they wrote. The checks themselves run elsewhere, see
 * {@link io.fluxlab.lecture.assignment.check}.
 */
@NullMarked
package io.fluxlab.lecture.assignment;

import org.jspecify.annotations.NullMarked;
