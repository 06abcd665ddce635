/** The workloads of the lecture on threads and processes: each shows one phenomenon by running it. */
@NullMarked
package io.fluxlab.lecture;

import org.jspecify.annotations.NullMarked;
