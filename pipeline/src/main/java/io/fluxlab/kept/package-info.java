/**
 * Runs that outlive whoever asked for them, as data: what is submitted, what is kept of it, how it is asked for again, and
 * what whoever keeps it has to be able to do. No data base here: module {@code history} has one.
 */
@NullMarked
package io.fluxlab.kept;

import org.jspecify.annotations.NullMarked;
