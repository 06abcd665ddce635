package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.testing.MachineTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What came with a run: platform threads, children, sockets and pipes that were not there when this was made, and the
 * threads that tasks say they ran on, in whatever process. Thread-safe.
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

    /** In the names of a broker's threads, which starts them as it needs them: it belongs to its cluster, not to a run. */
    private static final String BROKER = "(activemq-";

    private final Optional<Board> board;
    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    private final Set<ProcessHandle> children =
            ProcessHandle.current().children().collect(Collectors.toSet());
    private final Set<String> descriptors = Descriptors.open();
    private final Set<Thread> seen = ConcurrentHashMap.newKeySet();

    /** Guests of runs whose tasks call {@link #sign}. */
    public Guests() {
        this.board = Optional.empty();
    }

    /** Guests of runs whose tasks sign on a board. */
    public Guests(Board board) {
        this.board = Optional.of(board);
    }

    /** Called by a task: this thread is one of the run's. */
    public void sign() {
        seen.add(Thread.currentThread());
    }

    public void leaveWithinASecond() {
        MachineTime.within(
                Duration.ofSeconds(1),
                () -> assertThat(here())
                        .as("threads, processes and descriptors that are still here")
                        .isEmpty());
    }

    private List<String> here() {
        Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
        now.removeAll(before);
        now.removeIf(thread -> RESIDENTS.stream().anyMatch(thread.getName()::startsWith));
        now.removeIf(thread -> thread.getName().contains(BROKER));
        seen.stream().filter(Thread::isAlive).forEach(now::add);
        List<String> here = new ArrayList<>(now.stream().map(Thread::getName).toList());
        board.ifPresent(signed -> here.addAll(signed.guestsHere(children)));
        ProcessHandle.current()
                .children()
                .filter(child -> !children.contains(child))
                .forEach(child -> here.add("child process " + child.pid()));
        Set<String> open = Descriptors.open();
        open.removeAll(descriptors);
        here.addAll(open);
        return here;
    }
}
