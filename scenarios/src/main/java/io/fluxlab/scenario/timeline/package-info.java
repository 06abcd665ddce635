/**
 * What the threads of a run did, as a picture to step through: a row for each thread, a column for each thing that happened. Laid out here;
 * a page's template only draws.
 */
@NullMarked
package io.fluxlab.scenario.timeline;

import org.jspecify.annotations.NullMarked;
