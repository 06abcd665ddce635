package io.fluxlab.client;

import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import java.util.List;
import java.util.Map;

/** Run events that tests send. */
final class Events {

    static final RunStarted STARTED = new RunStarted(0, 0, "run-1", "count", "parallel", Map.of("tasks", 4L), 4);

    static final RunFinished FINISHED = new RunFinished(
            9, 99, Status.COMPLETED, new RunSummary(4, 0, 0, 90, 80, 70, 2, null, 0, Latency.NONE), null);

    static final RunRequest REQUEST = RunRequest.of("count", "parallel").with(Map.of("tasks", 4));

    private Events() {}

    static RunEvent items(Object... items) {
        return new TaskItems(1, 2, 3, 4, List.of(items));
    }
}
