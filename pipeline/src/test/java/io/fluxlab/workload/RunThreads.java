package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.scheduler.Schedulers;

/** The threads that were there before something ran, so that one can see what it leaves behind. */
public record RunThreads(Set<Thread> before) {

    /** Threads that the JVM, Netty, Reactor and JUnit start when they like, once for the process. */
    private static final Predicate<String> SHARED = Pattern.compile(
                    "globalEventExecutor.*|junit.*|awaitility.*|surefire.*|ForkJoinPool.*|Common-Cleaner|process reaper.*"
                            + "|Cleaner-.*|VirtualThread-.*|Read-Poller|Write-Poller|pool-\\d+-thread-\\d+")
            .asMatchPredicate();

    static {
        Schedulers
                .boundedElastic(); // process-wide, with a thread of its own, and made when Reactor Netty first needs it
    }

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What is there now. */
    public static RunThreads now() {
        return new RunThreads(Thread.getAllStackTraces().keySet());
    }

    /** Waits until nothing that came since is alive. */
    public void assertNoneLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(left()).isEmpty());
    }

    /** How many there are, without those that are not a run's. Cheap: they are not asked where they are. */
    static long count() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 16];
        int count = all.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(thread -> !isReactorsOwn(thread))
                .map(Thread::getName)
                .filter(SHARED.negate())
                .count();
    }

    private Set<String> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !isReactorsOwn(thread))
                .map(Thread::getName)
                .filter(SHARED.negate())
                .collect(Collectors.toSet());
    }

    /** Of a process-wide scheduler: no lane's threads are of this class, even though names may be the same. */
    private static boolean isReactorsOwn(Thread thread) {
        return thread.getClass().getPackageName().equals("reactor.core.scheduler");
    }
}
