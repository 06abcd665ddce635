package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads that came with a run: platform threads that were not there when this was made, and the threads that tasks
 * say they ran on. Thread-safe.
 */
public final class Guests {

    /** Belong to the process, not to a run. */
    private static final List<String> RESIDENTS = List.of(
            "globalEventExecutor",
            "ForkJoinPool",
            "VirtualThread",
            "Read-Poller",
            "Write-Poller",
            "Attach",
            "awaitility",
            "junit",
            "process reaper",
            "Common-Cleaner");

    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    private final Set<Thread> seen = ConcurrentHashMap.newKeySet();

    /** Called by a task: this thread is one of the run's. */
    public void sign() {
        seen.add(Thread.currentThread());
    }

    public void leaveWithinASecond() {
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() ->
                        assertThat(here()).as("threads that are still here").isEmpty());
    }

    private List<String> here() {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        now.removeIf(thread -> RESIDENTS.stream().anyMatch(thread.getName()::startsWith));
        seen.stream().filter(Thread::isAlive).forEach(now::add);
        return now.stream().map(Thread::getName).toList();
    }
}
