/**
 * One workload on one lane, as a cold stream of events. {@link io.fluxlab.run.RunRequest} says what to run,
 * {@link io.fluxlab.run.RunEvent} what happens, {@link io.fluxlab.run.Runner} makes it happen.
 *
 * <p>Inside, {@code Slot}s take tasks from a {@code TaskQueue}, each {@code TaskRun} is one task on its way, and the
 * {@code EventEmitter} makes events of the {@code RunSignal}s of all, in order and at the subscriber's pace. A
 * {@code RunScope} puts them together; none of them knows who is above it.
 */
@NullMarked
package io.fluxlab.run;

import org.jspecify.annotations.NullMarked;
