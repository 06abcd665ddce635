/**
 * How JUnit comes to run a method that returns something, which Jupiter passes over: an engine of its own finds the methods,
 * makes a subclass of their class with a {@code void} test for each, and has Jupiter run that.
 */
@NullMarked
package io.fluxlab.junit.engine;

import org.jspecify.annotations.NullMarked;
