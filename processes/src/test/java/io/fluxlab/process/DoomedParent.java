package io.fluxlab.process;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/** A program that counts in child processes for hours, and prints their ids. */
final class DoomedParent {

    private DoomedParent() {}

    public static void main(String[] arguments) {
        RunRequest request = RunRequest.of("count", "process").with(Map.of("tasks", 2, "n", 1_000_000_000_000_000L));
        LocalLab.create()
                .run(request)
                .ofType(TaskStarted.class)
                .doOnNext(started -> System.out.println(Signals.pidOf(started.worker())))
                .blockLast();
    }
}
