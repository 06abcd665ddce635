package io.fluxlab.run;

import io.fluxlab.canary.Canaries;
import io.fluxlab.loop.Bystander;
import java.util.Optional;
import reactor.core.scheduler.Scheduler;

/**
 * How a run is looked at from outside. Thread-safe.
 *
 * @param scheduler of one thread, from which it is observed, and on which it begins and ends
 * @param bystander shares the home loop, where one is wanted
 * @param canaries are beside what else the lane's tasks share
 * @param place where to tell what is done to the bystander
 * @param homeThread the name of the home loop's thread
 */
record Observation(
        Scheduler scheduler,
        Optional<Bystander> bystander,
        Canaries canaries,
        Bystanders.Place place,
        String homeThread) {}
