package io.fluxlab.process.child;

import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What a child process offers its program. Immutable. A loop's thread starts with its first use.
 *
 * @param clock for signs of life: nothing may hold it up, or the child seems dead
 * @param home the home loop of tasks that run here
 */
public record ChildScope(Scheduler clock, HomeLoop home) {

    static ChildScope open() {
        return new ChildScope(
                Schedulers.newSingle(LabThreads.name("process-clock"), true),
                HomeLoop.open(LabThreads.name("process-home")));
    }
}
