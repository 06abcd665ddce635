package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * Semaphore, event and condition between processes (lecture: Синхронизация процессов), each kept by the parent and used by its
 * children. One task; an item for each moment.
 */
public final class ProcessSyncWorkload implements Workload<ProcessSyncWorkload.Parameters> {

    /**
     * Who uses the objects.
     *
     * @param processes how many processes
     * @param permits how many of them the semaphore lets in at once
     * @param stays how often each is inside
     * @param stayMillis how long each time, in milliseconds, in the first attempt
     * @param items how many items each consumer takes
     * @param limitMillis how long one job may take, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many processes use the objects", min = 2, max = 16)
            int processes,

            @Param(value = "how many processes the semaphore lets in at once", min = 1, max = 15)
            int permits,

            @Param(value = "how often each process is inside", min = 1, max = 1000)
            int stays,

            @Param(value = "milliseconds that it stays inside in the first attempt", min = 1, max = 60_000)
            int stayMillis,

            @Param(value = "how many items each consumer takes", min = 1, max = 100_000)
            int items,

            @Param(value = "how long one job may take, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "process-sync";
    }

    @Override
    public String summary() {
        return "uses a semaphore, an event and a condition from several processes";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(5, 2, 3, 20, 20, 60_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo(
                parameters.processes() + " processes",
                ObjectManager.claim(parameters.processes()),
                context -> Children.during(children -> ObjectManager.open(
                                children,
                                parameters.processes(),
                                Patience.millis(parameters.limitMillis()),
                                context.timer())
                        .flatMapMany(desk -> new SyncStory(desk, parameters).moments())));
    }
}
