/** The lane whose tasks run in child JVMs that share no heap. */
@NullMarked
package io.fluxlab.process;

import org.jspecify.annotations.NullMarked;
