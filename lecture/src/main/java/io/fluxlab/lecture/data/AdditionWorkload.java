package io.fluxlab.lecture.data;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** {@code +} on integers, strings and lists, one set of operands for each task (lecture: Практика, exercise 2). */
public final class AdditionWorkload implements Workload<AdditionWorkload.Parameters> {

    private static final int CHECKPOINT = 1024;

    /**
     * What to add.
     *
     * @param sums one set of operands for each task; empty for random ones
     * @param tasks how many sets of random operands
     * @param times how often each task adds its operands
     * @param seed of the random operands
     */
    public record Parameters(
            @Param(value = "operands for each task like 1 + 2; random ones where there are none", max = 100_000)
            List<Operands> sums,

            @Param(value = "how many sets of random operands", min = 1, max = 1_000_000)
            int tasks,

            @Param(value = "how often each task adds its operands", min = 1, max = 1_000_000_000)
            int times,

            @Param("seed of the random operands") long seed) {

        public Parameters {
            sums = List.copyOf(sums);
        }

        private Operands operands(int task) {
            return sums.isEmpty() ? RandomOperands.of(task, seed) : sums.get(task);
        }
    }

    @Override
    public String name() {
        return "addition";
    }

    @Override
    public String summary() {
        return "adds integers, strings and lists: the lecture's second exercise";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(List.of(), 300, 100, 1);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return parameters.sums().isEmpty()
                        ? parameters.tasks()
                        : parameters.sums().size();
            }

            @Override
            public String label(int task) {
                Operands operands = parameters.operands(task);
                return operands.left() + " + " + operands.right();
            }

            @Override
            public long total(int task) {
                return parameters.times();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return Claim.ofHeapBytes(4 * 1024).times(atOnce.tasks());
            }

            @Override
            public Publisher<Added> body(int task, TaskContext context) {
                return Mono.fromCallable(() -> add(parameters.operands(task), parameters.times(), context));
            }
        };
    }

    private static Added add(Operands operands, int times, TaskContext context) {
        Added added = operands.add();
        for (int done = 1; done < times; done++) {
            if (done % CHECKPOINT == 0) {
                context.checkpoint(done);
            }
            added = operands.add();
        }
        context.checkpoint(times);
        return added;
    }
}
