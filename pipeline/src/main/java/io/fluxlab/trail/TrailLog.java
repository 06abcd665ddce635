package io.fluxlab.trail;

import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Fuseable;
import reactor.core.Scannable;

/**
 * The trails of a run's tasks, added up. What the lane's threads are is seen from the tasks: those that tasks start on.
 * Not thread-safe.
 */
public final class TrailLog {

    /** The JVM's own threads that carry virtual ones. */
    private static final Pattern CARRIERS = Pattern.compile("ForkJoinPool-\\d+-worker");

    /** Shared threads that no signal came on are worth a word where they used such a part of the CPU time. */
    private static final double WORTH_A_WORD = 0.05;

    /** Tasks of one body go a few ways at the most; bodies whose threads have all names of their own go too many. */
    private static final int MOST_PATHS = 16;

    private final String home;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, HopPath> paths = new LinkedHashMap<>();
    private final Set<String> lanes = new HashSet<>();
    private @Nullable Thread last;
    private Account lastAccount = new Account();
    private @Nullable Thread lastStart;
    private @Nullable Publisher<?> firstBody;
    private boolean firstIsReady;
    private long assemblyNanos;
    private long tasksNanos;
    private int readyMade;

    /** A log of a run whose home loop has a thread of this name. */
    public TrailLog(String homeThread) {
        this.home = ThreadNames.groupOf(homeThread);
    }

    /** These threads are the lane's, although no task starts on them. */
    public void ownedByLane(Set<String> threads) {
        lanes.addAll(threads);
    }

    /** Adds the trail of a task that has ended after so many nanoseconds. */
    public void add(Trail trail, long nanos) {
        if (trail.startThread() != lastStart) {
            lastStart = trail.startThread();
            lanes.add(ThreadNames.groupOf(trail.startThread()));
        }
        trail.itemsBefore().forEach((threads, items) -> account(threads).items += items);
        account(trail.lastItemThread()).items += trail.lastItems();
        Thread end = trail.endThread();
        if (end != null) {
            account(end).tasks++;
        }
        assemblyNanos += trail.assemblyNanos();
        tasksNanos += nanos;
        HopPath path = trail.path();
        if (path != null) {
            String shape = path.shape();
            if (paths.size() < MOST_PATHS || paths.containsKey(shape)) {
                paths.merge(shape, path, HopPath::plus);
            }
        }
        Publisher<?> body = trail.onlyBody();
        if (firstBody == null && body != null) {
            firstBody = body;
            firstIsReady = isReady(body);
        }
        if (firstIsReady && body == firstBody) {
            readyMade++;
        }
    }

    /** Where they were, and what CPU time was used there since these times; null where those say nothing. */
    public List<PlaceOfWork> places(@Nullable ThreadTimes start) {
        Map<String, Long> used = start == null ? Map.of() : start.used();
        mentionShared(used);
        boolean hasOneVirtual =
                accounts.values().stream().filter(account -> account.isVirtual).count() == 1;
        return accounts.entrySet().stream()
                .map(entry -> {
                    Account account = entry.getValue();
                    Long cpuNanos = start == null ? null : used.getOrDefault(entry.getKey(), 0L);
                    if (account.isVirtual) {
                        cpuNanos = start != null && hasOneVirtual ? (Long) carriers(used) : null;
                    }
                    return new PlaceOfWork(
                            entry.getKey(), position(entry.getKey()), account.tasks, account.items, cpuNanos);
                })
                .toList();
    }

    /** The ways of tasks that were followed, those that most went first. */
    public List<HopPath> hops() {
        return paths.values().stream()
                .sorted(Comparator.comparingInt(HopPath::tasks).reversed())
                .toList();
    }

    /** What was done before anything was subscribed. */
    public Assembly assembly() {
        return new Assembly(assemblyNanos, tasksNanos, readyMade > 1 ? readyMade : 0);
    }

    private Position position(String threads) {
        return lanes.contains(threads) ? Position.LANE : threads.equals(home) ? Position.HOME : Position.ELSEWHERE;
    }

    private void mentionShared(Map<String, Long> used) {
        double all = used.values().stream().mapToLong(Long::longValue).sum();
        used.forEach((threads, nanos) -> {
            if (nanos > WORTH_A_WORD * all && KnownThreads.called(threads) != KnownThreads.OTHERS) {
                account(threads);
            }
        });
    }

    private static long carriers(Map<String, Long> used) {
        return used.entrySet().stream()
                .filter(entry -> CARRIERS.matcher(entry.getKey()).matches())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Account account(Thread thread) {
        if (thread != last) {
            last = thread;
            lastAccount = account(ThreadNames.groupOf(thread));
            lastAccount.isVirtual |= thread.isVirtual();
        }
        return lastAccount;
    }

    private Account account(String threads) {
        return accounts.computeIfAbsent(threads, name -> new Account());
    }

    /** Whether its items are there before anybody subscribes, or from the first subscriber on. */
    private static boolean isReady(Publisher<?> body) {
        if (body instanceof Fuseable.ScalarCallable<?> scalar) {
            return hasItem(scalar);
        }
        Scannable scannable = Scannable.from(body);
        return scannable.isScanAvailable()
                && (isKept(scannable) || scannable.parents().anyMatch(TrailLog::isKept));
    }

    private static boolean isKept(Scannable step) {
        String name = step.stepName();
        return name.startsWith("cache") || name.startsWith("replay");
    }

    private static boolean hasItem(Callable<?> scalar) {
        try {
            return scalar.call() != null;
        } catch (Exception e) { // that of Mono.error
            return false;
        }
    }

    /** What came on one group of threads. */
    private static final class Account {
        private int tasks;
        private long items;
        private boolean isVirtual;
    }
}
