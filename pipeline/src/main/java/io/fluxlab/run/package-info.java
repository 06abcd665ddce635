/**
 * One workload on one lane, as a cold stream of events. {@link io.fluxlab.run.RunRequest} says what to run,
 * {@link io.fluxlab.run.RunEvent} what happens, {@link io.fluxlab.run.Runner} makes it happen.
 *
 * <p>Inside, {@code Slot}s take tasks from a {@code Dispatcher}, each {@code TaskRun} is one task on its way, and the
 * {@code Outlet} turns what they report into events, in order and at the subscriber's pace.
 */
@NullMarked
package io.fluxlab.run;

import org.jspecify.annotations.NullMarked;
