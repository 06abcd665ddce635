/**
 * What outlives a coordinator: a journal on its disk that has the results of runs that are to last, until they end. A run that
 * is found there at the next start is submitted again, and what has its results there is not run again.
 */
@NullMarked
package io.fluxlab.cluster.journal;

import org.jspecify.annotations.NullMarked;
