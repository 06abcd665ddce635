/**
 * Events for the JDK's flight recorder: tasks, runs and rounds, so that JDK Mission Control shows them beside garbage collections,
 * locks and samples. They are recorded where somebody records, and are nothing elsewhere.
 */
@NullMarked
package io.fluxlab.jfr;

import org.jspecify.annotations.NullMarked;
