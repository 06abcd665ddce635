/**
 * What runs beside a student's classes, in a JVM of its own: {@link io.fluxlab.lecture.assignment.check.CheckMain} runs the
 * checks of a {@link io.fluxlab.lecture.assignment.check.CheckSuite} one by one and writes down what became of each. It knows
 * nothing but the JDK. The other types are what checks are made of: they see who runs when, not how long it takes.
 */
@NullMarked
package io.fluxlab.lecture.assignment.check;

import org.jspecify.annotations.NullMarked;
