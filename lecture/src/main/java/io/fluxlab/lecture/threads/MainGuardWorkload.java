package io.fluxlab.lecture.threads;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What {@code if __name__ == '__main__'} is for (lecture: Многопроцессность): a program whose children run its {@code main}
 * again, with the guard and without. Two tasks, an item each.
 */
public final class MainGuardWorkload implements Workload<MainGuardWorkload.Parameters> {

    /**
     * How many processes there may be.
     *
     * @param children how many children a process starts
     * @param bound the last generation that still comes to life, where the program is generation 0
     * @param workMillis how long the work of a child takes, in milliseconds
     * @param limitMillis how long a program may take in all, in milliseconds
     */
    public record Parameters(
            @Param(value = "how many children a process starts", min = 1, max = 3)
            int children,

            @Param(value = "the last generation that still starts, where the program is generation 0", min = 1, max = 3)
            int bound,

            @Param(value = "how long the work of a child takes, in milliseconds", min = 0, max = 3_600_000)
            int workMillis,

            @Param(value = "how long a program may take in all, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {

        /** How many processes a generation has where every one of the generation before starts its children. */
        private int of(int generation) {
            return (int) Math.pow(children, generation);
        }

        private int processes() {
            return IntStream.rangeClosed(0, bound).map(this::of).sum();
        }
    }

    /**
     * What became of a program.
     *
     * @param guard whether it has the guard
     * @param children how many children each process starts that starts any
     * @param bound the last generation that could come to life
     * @param generations how many processes ran main in each generation, the program itself first
     * @param processes how many in all
     * @param stopped how many more the last generation would have started
     */
    record Family(boolean guard, int children, int bound, List<Long> generations, int processes, int stopped) {

        private static Family of(boolean guard, Parameters parameters, List<String> said) {
            List<Long> generations = IntStream.rangeClosed(0, parameters.bound())
                    .mapToObj(generation -> said.stream()
                            .filter(line -> line.equals(GuardProgram.RUNS + generation))
                            .count())
                    .toList();
            int stopped = said.stream()
                    .filter(line -> line.startsWith(GuardProgram.STOPPED))
                    .mapToInt(line -> Integer.parseInt(line.substring(GuardProgram.STOPPED.length())))
                    .sum();
            int processes = (int) said.stream()
                    .filter(line -> line.startsWith(GuardProgram.RUNS))
                    .count();
            return new Family(guard, parameters.children(), parameters.bound(), generations, processes, stopped);
        }
    }

    @Override
    public String name() {
        return "main-guard";
    }

    @Override
    public String summary() {
        return "runs a program whose children run its main again, with a guard and without";
    }

    @Override
    public Kind kind() {
        return Kind.BLOCKING;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(2, 2, 0, 60_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public String label(int task) {
                return isGuarded(task) ? "with the guard" : "without it";
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return ChildJvm.CLAIM.times((long) parameters.processes() * atOnce.tasks());
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.fromCallable(() -> play(isGuarded(task), parameters, context));
            }
        };
    }

    private static boolean isGuarded(int task) {
        return task == 0;
    }

    private static Family play(boolean guard, Parameters parameters, TaskContext context) throws Exception {
        ChildJvm program =
                GuardProgram.program(guard, parameters.children(), parameters.bound(), parameters.workMillis());
        Duration limit = Duration.ofMillis(parameters.limitMillis());
        return Family.of(guard, parameters, program.run(limit, context).lines());
    }
}
