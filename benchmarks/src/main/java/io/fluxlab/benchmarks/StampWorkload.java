package io.fluxlab.benchmarks;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tasks that never end, and write down when they begin and when they are cancelled, by the clock that all processes share. */
public final class StampWorkload implements Workload<StampWorkload.Parameters> {

    /** How many, and where they write. */
    public record Parameters(
            @Param(value = "how many tasks", min = 1, max = 1_000)
            int tasks,

            @Param("the file that they write to") String file) {}

    @Override
    public String name() {
        return "stamp";
    }

    @Override
    public String summary() {
        return "writes down when it begins, and when it is cancelled";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(1, "stamps");
    }

    @Override
    public Plan plan(Parameters parameters) {
        Path file = Path.of(parameters.file());
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Mono.never()
                        .doOnSubscribe(begun -> stamp(file, "begun", task))
                        .doOnCancel(() -> stamp(file, "cancelled", task));
            }
        };
    }

    private static void stamp(Path file, String what, int task) {
        String line = "%s %d %d %d%n"
                .formatted(
                        what, System.nanoTime(), task, ProcessHandle.current().pid());
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
