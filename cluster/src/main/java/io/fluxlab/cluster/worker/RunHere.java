package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.message.Beat.Progress;
import io.fluxlab.cluster.message.OpenRun;
import io.fluxlab.cluster.message.TaskGroup;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.workload.Plan;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A run whose plan is open here, with a thread for each lane that has its tasks. Thread-safe. */
final class RunHere {

    /** How long its tasks have to let go. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final Duration LOOK = Duration.ofMillis(10);

    private final OpenRun request;
    private final Plan plan;
    private final HomeLoop home;
    private final Map<Integer, TaskThread> threads = new HashMap<>();
    private final Set<RunningGroup> groups = new HashSet<>();
    private final Accounts accounts;
    private final Accounts quickAccounts;
    private volatile Accounts.@Nullable Account account;
    private volatile Accounts.@Nullable Account quickAccount;
    private boolean closed;

    /**
     * A run that is not open yet.
     *
     * @param accounts of all that the process uses
     * @param quickAccounts of what is cheap to read, for signs of life
     */
    RunHere(OpenRun request, Plan plan, HomeLoop home, Accounts accounts, Accounts quickAccounts) {
        this.request = request;
        this.plan = plan;
        this.home = home;
        this.accounts = accounts;
        this.quickAccounts = quickAccounts;
    }

    long run() {
        return request.run();
    }

    /** Opens the plan. Starts at subscription. */
    Mono<Void> open() {
        return plan.open(home.loop()).then(Mono.fromRunnable(() -> {
            account = accounts.open();
            quickAccount = quickAccounts.open();
        }));
    }

    /** Begins a group on a lane; null where the run has closed. */
    synchronized @Nullable RunningGroup begin(TaskGroup group, int lane) {
        if (closed) {
            return null;
        }
        TaskThread thread = threads.computeIfAbsent(lane, this::newThread);
        RunningGroup running = new RunningGroup(group, plan, thread, home);
        groups.add(running);
        running.begin();
        return running;
    }

    private TaskThread newThread(int lane) {
        TaskThread thread = new TaskThread("lane-" + lane);
        Accounts.Account own = account;
        Accounts.Account quick = quickAccount;
        if (own != null && quick != null) {
            accounts.add(own, thread);
            quickAccounts.add(quick, thread);
        }
        return thread;
    }

    /** A group is over. */
    synchronized void ended(RunningGroup group) {
        groups.remove(group);
    }

    synchronized @Nullable RunningGroup group(long dispatch) {
        return groups.stream()
                .filter(each -> each.dispatch() == dispatch)
                .findFirst()
                .orElse(null);
    }

    /** How far its tasks are. */
    synchronized List<Progress> progress() {
        return groups.stream()
                .map(RunningGroup::current)
                .filter(task -> task != null)
                .map(task -> new Progress(request.run(), task.index(), task.done()))
                .toList();
    }

    /** What it has used, in figures that are cheap to read. */
    RemoteUse use() {
        Accounts.Account quick = quickAccount;
        long cpuNanos = quick == null ? 0 : quickAccounts.used(quick).cpuNanos();
        return new RemoteUse(cpuNanos, 0, null, ProcessVitals.threadsNow(), heapBytes());
    }

    /** What it has used, to the last. */
    RemoteUse useToTheLast() {
        Accounts.Account own = account;
        ProcessVitals.Used used = own == null ? new ProcessVitals.Used(0, 0, null) : accounts.used(own);
        return new RemoteUse(
                used.cpuNanos(),
                used.allocatedBytes(),
                used.contextSwitches(),
                ProcessVitals.threadsNow(),
                heapBytes());
    }

    private static long heapBytes() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Stops what runs, and closes the plan when it has let go, or has had the time to. Starts at subscription. */
    Mono<Void> close(Scheduler clock) {
        return Mono.defer(() -> {
            stop();
            return Flux.interval(Duration.ZERO, LOOK, clock)
                    .takeUntil(look -> hasEnded())
                    .take(GRACE, clock)
                    .onErrorComplete(RejectedExecutionException.class) // the node has closed: no time is left to wait
                    .then(Mono.fromRunnable(this::release))
                    .then(Mono.defer(plan::close));
        });
    }

    private void stop() {
        List<RunningGroup> running;
        synchronized (this) {
            closed = true;
            running = List.copyOf(groups);
        }
        running.forEach(RunningGroup::stop);
    }

    private synchronized boolean hasEnded() {
        return groups.stream().allMatch(RunningGroup::isOver);
    }

    private synchronized void release() {
        groups.forEach(RunningGroup::giveUp);
        Accounts.Account own = account;
        Accounts.Account quick = quickAccount;
        if (own != null && quick != null) {
            accounts.close(own);
            quickAccounts.close(quick);
        }
        threads.values().forEach(TaskThread::close);
    }
}
