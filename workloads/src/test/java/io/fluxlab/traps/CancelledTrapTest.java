package io.fluxlab.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunThreads;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;

/** A trap that is cancelled while what it calls has blocked a loop for an hour. */
class CancelledTrapTest {

    @ParameterizedTest
    @CsvSource({
        "blocked-handler, written, gateway-server",
        "one-client-loop, written, gateway-client",
        "one-client-loop, fixed, gateway-client"
    })
    void leavesNoThread(String trap, String style, String sleeper) {
        RunThreads threads = RunThreads.now();

        cancelAsleep(trap, style, sleeper);

        threads.assertNoneLeft();
    }

    /** The threads themselves belong to the process, and end when they have had nothing to do for a while. */
    @Test
    void leavesNoThreadOfASharedPoolAsleep() {
        cancelAsleep("blocked-handler", "fixed", "boundedElastic");

        await().until(() -> !isAsleep("boundedElastic"));
    }

    private static void cancelAsleep(String trap, String style, String sleeper) {
        AtomicBoolean failed = new AtomicBoolean();
        Disposable run = LocalLab.create()
                .run(RunRequest.of(trap, "event-loop").with(Map.of("style", style, "tasks", 100, "millis", 3_600_000)))
                .subscribe(event -> {}, error -> failed.set(true));
        await().until(() -> isAsleep(sleeper));
        run.dispose();
        assertThat(failed).isFalse();
    }

    private static boolean isAsleep(String name) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith(name))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().startsWith("io.fluxlab.traps."));
    }
}
