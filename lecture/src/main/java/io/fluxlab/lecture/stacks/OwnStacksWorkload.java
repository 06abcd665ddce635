package io.fluxlab.lecture.stacks;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/**
 * Two threads in one method at once, one deeper than the other: each has its own stack and its own registers, and what both
 * write to lies on one heap (lecture: Поток). One task; an item for each thread.
 */
public final class OwnStacksWorkload implements Workload<OwnStacksWorkload.Parameters> {

    /**
     * How deep, and how far.
     *
     * @param shallow how often one thread calls itself
     * @param deep how often the other one does
     * @param steps how far each counts while the other one does
     * @param limitMillis how long to wait for them, in milliseconds
     */
    public record Parameters(
            @Param(value = "how often one thread calls itself", min = 0, max = 1000)
            int shallow,

            @Param(value = "how often the other thread calls itself", min = 0, max = 1000)
            int deep,

            @Param(value = "how far each of them counts", min = 1, max = Long.MAX_VALUE)
            long steps,

            @Param(value = "how long to wait for them, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "own-stacks";
    }

    @Override
    public String summary() {
        return "runs one method on two threads, to different depths, over one object on the heap";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(10, 500, 50_000_000, 30_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo(
                "two stacks",
                Claim.ofThreads(2),
                context -> Flux.defer(() -> Flux.fromIterable(stacks(parameters, context))));
    }

    private static List<Stack> stacks(Parameters parameters, TaskContext context) {
        try {
            return play(parameters, context);
        } catch (Exception e) {
            throw Exceptions.propagate(e);
        }
    }

    private static List<Stack> play(Parameters parameters, TaskContext context) throws Exception {
        List<Integer> depths = List.of(parameters.shallow(), parameters.deep());
        Queue<String> heap = new ConcurrentLinkedQueue<>();
        CountDownLatch arrived = new CountDownLatch(depths.size());
        CountDownLatch leave = new CountDownLatch(1);
        Patience patience = Patience.millis(parameters.limitMillis());
        List<Descent> descents = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        try (DemonstrationThreads threads = new DemonstrationThreads(context.tracer())) {
            for (int depth : depths) {
                Descent descent = new Descent(depth, parameters.steps(), heap, arrived, leave);
                descents.add(descent);
                running.add(threads.start("depth-" + depth + "-" + descents.size(), descent));
            }
            return context.blocking(() -> {
                patience.until("both to be at their deepest", () -> arrived.getCount() == 0);
                List<Integer> frames = running.stream().map(Descent::frames).toList();
                leave.countDown();
                threads.join(patience);
                List<Stack> seen = new ArrayList<>();
                for (int i = 0; i < descents.size(); i++) {
                    seen.add(descents.get(i).seen(running.get(i).getName(), frames.get(i)));
                }
                return seen;
            });
        }
    }
}
