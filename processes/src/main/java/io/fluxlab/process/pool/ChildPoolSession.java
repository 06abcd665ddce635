package io.fluxlab.process.pool;

import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A run on a pool. All strands are the pool's loop: it starts tasks and takes their items, and the children do the work.
 * Thread-safe.
 */
public final class ChildPoolSession implements LaneSession {

    private static final int NO_TASK = -1;

    private final Pool pool;
    private final int children;
    private final boolean ownsPool;
    private final Map<Integer, PoolMember> assigned = new HashMap<>();
    private volatile int childThreads;
    private int endedTask = NO_TASK;
    private long endedCpuNanos;

    /**
     * A session that has opened nothing yet.
     *
     * @param children how many tasks run at once to begin with
     * @param ownsPool whether the pool closes with the session
     */
    public ChildPoolSession(Pool pool, int children, boolean ownsPool) {
        this.pool = pool;
        this.children = children;
        this.ownsPool = ownsPool;
    }

    /** The plan is opened in the children, where its tasks run; not here. */
    @Override
    public Mono<Void> open(Subject subject, EventLoop home) {
        int most = Math.min(children, subject.plan().size());
        return pool.open(
                new OpenPlan(
                        subject.workload(),
                        subject.parameters(),
                        subject.recipe().orElse(null)),
                most);
    }

    @Override
    public Strand strand() {
        return pool.loop().loop()::execute;
    }

    @Override
    public String assign(int task) {
        PoolMember member = pool.take();
        assigned.put(task, member);
        return member.name();
    }

    @Override
    public Publisher<?> body(Plan plan, int task, TaskContext context) {
        PoolMember member = assigned.remove(task);
        return new PooledTask(
                pool,
                member == null ? pool.take() : member,
                plan.origin(task),
                context,
                cpuNanos -> ended(task, cpuNanos));
    }

    private void ended(int task, long cpuNanos) {
        endedTask = task;
        endedCpuNanos = cpuNanos;
    }

    /** Asked for just after {@link #ended}, on the same thread; never of a task that was given up. */
    @Override
    public long remoteCpuNanos(int task) {
        return pool.loop().loop().inEventLoop() && task == endedTask ? endedCpuNanos : ThreadCpuClock.UNKNOWN;
    }

    @Override
    public RemoteUse remoteUse() {
        return pool.knownUse();
    }

    @Override
    public Mono<RemoteUse> finalRemoteUse() {
        return pool.finalUse().doOnNext(use -> childThreads = use.threads());
    }

    @Override
    public int peakThreads() {
        return 1 + childThreads;
    }

    @Override
    public Mono<Void> close() {
        return ownsPool ? pool.close() : pool.closePlan();
    }
}
