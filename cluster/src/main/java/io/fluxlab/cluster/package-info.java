/**
 * The lane {@code cluster}, whose tasks run in JVMs on several machines: a coordinator with a broker in it, and workers that
 * have joined it. A workload travels as its name and its parameters, never as code: a worker has the same class path.
 */
@NullMarked
package io.fluxlab.cluster;

import org.jspecify.annotations.NullMarked;
