/** Results that are not there yet: futures, tasks, publishers, and how a loop is started with them. */
@NullMarked
package io.fluxlab.lecture.futures;

import org.jspecify.annotations.NullMarked;
