package io.fluxlab.lecture.green;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Tasks that sleep while they hold something: on a virtual thread, that may keep the platform thread that carries it
 * (JEP 444; JEP 491 for what JDK 24 has changed). As many tasks for each CPU as are asked for, so that carriers run out
 * on any machine.
 */
public final class PinningWorkload implements Workload<PinningWorkload.Parameters> {

    /**
     * What to hold, and how long.
     *
     * @param holding what a task holds while it sleeps
     * @param tasksPerCpu how many tasks for each CPU
     * @param sleepMillis how long each of them sleeps, in milliseconds
     */
    public record Parameters(
            @Param("what a task holds while it sleeps") HeldWhileWaiting holding,

            @Param(value = "how many tasks for each CPU", min = 1, max = 10_000)
            int tasksPerCpu,

            @Param(value = "milliseconds that each task sleeps", min = 0, max = 3_600_000)
            int sleepMillis) {}

    /**
     * A task has slept.
     *
     * @param holding what it held
     * @param jdk the feature release that it ran on
     */
    record Slept(HeldWhileWaiting holding, int jdk) {}

    @Override
    public String name() {
        return "pinning";
    }

    @Override
    public String summary() {
        return "sleeps while it holds a monitor or a native frame, which may pin a virtual thread";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(HeldWhileWaiting.NATIVE_FRAME, 6, 100);
    }

    @Override
    public Plan plan(Parameters parameters) {
        int tasks = parameters.tasksPerCpu() * Runtime.getRuntime().availableProcessors();
        return new Plan() {
            @Override
            public int size() {
                return tasks;
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                // A frame of native code is one of a class made for it.
                return Claim.ofHeapBytes(8 * 1024).times(atOnce.tasks());
            }

            @Override
            public Publisher<Slept> body(int task, TaskContext context) {
                return Mono.fromCallable(() -> {
                    context.blocking(() -> parameters.holding().whileHolding(() -> {
                        Thread.sleep(parameters.sleepMillis());
                        return true;
                    }));
                    return new Slept(parameters.holding(), Runtime.version().feature());
                });
            }
        };
    }
}
