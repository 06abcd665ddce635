package io.fluxlab.cluster;

import io.fluxlab.cluster.broker.EntryLimits;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.journal.RunJournal;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.kept.LastingRun;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A coordinator with a journal, to be killed: runs what it finds there, or begins, and writes what happens. */
final class LastingRunProgram {

    static final String TOKEN = "only-for-tests";

    private LastingRunProgram() {}

    /** What it runs. */
    static RunRequest request(String lane) {
        return RunRequest.of("primes", lane).with(Map.of("to", 1_200_000, "tasks", 60));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        RunJournal journal = RunJournal.open(folder, why -> write("journal " + why));
        LastingRun run = journal.unfinished().stream()
                .findFirst()
                .orElse(new LastingRun("run-of-the-test", "somebody", "runner", Map.of("kind", "run")));
        write("found " + journal.unfinished().size());
        try (Coordinator coordinator = Coordinator.open(
                Access.onLoopback(new Address(false, "127.0.0.1", port), TOKEN),
                EntryLimits.DEFAULT,
                Duration.ofSeconds(5),
                Optional.of(journal))) {
            LocalLab.builder()
                    .lane(ClusterLane.at(coordinator))
                    .build()
                    .run(request("cluster"))
                    .contextWrite(context -> context.put(LastingRun.class, run))
                    .doOnNext(LastingRunProgram::tell)
                    .blockLast();
        }
        write("left " + left(folder));
    }

    private static int left(Path folder) throws Exception {
        try (RunJournal journal = RunJournal.open(folder, why -> {})) {
            return journal.unfinished().size();
        }
    }

    private static void tell(RunEvent event) {
        switch (event) {
            case TaskStarted started -> write("started %d by %s".formatted(started.task(), started.worker()));
            case TaskItems items -> items.items().forEach(item -> write("item %d %s".formatted(items.task(), item)));
            case TaskFinished finished -> write("finished " + finished.task());
            case RunEvent.RunFinished end -> write("end " + end.status());
            default -> {}
        }
    }

    private static void write(String line) {
        System.out.println(line);
    }
}
