package io.fluxlab.lecture.signals;

import io.fluxlab.lecture.demonstration.DemonstrationResources;
import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Receipts;
import io.fluxlab.lecture.demonstration.Story;
import io.fluxlab.lecture.signals.ConditionMoment.HandedOver;
import io.fluxlab.lecture.signals.ConditionMoment.Notified;
import io.fluxlab.lecture.signals.ConditionMoment.TimedWait;
import io.fluxlab.lecture.signals.ConditionWorkload.Parameters;
import io.fluxlab.lecture.signals.ConditionWorkload.Waiting;
import io.fluxlab.workload.TaskContext;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;

/**
 * Consumers that wait at a {@link GuardedItems}. Half of the wake-ups for nothing come while there is no item at all, so that
 * each meets a consumer; the others come in the midst of the hand-over.
 */
final class ThreadsAtCondition implements DemonstrationResources {

    private final Parameters parameters;
    private final DemonstrationThreads threads = new DemonstrationThreads();
    private final GuardedItems stock = new GuardedItems();
    private final BareCondition unguarded = new BareCondition();
    private final Receipts taken;
    private final AtomicInteger sold = new AtomicInteger();
    private volatile int spurious;

    private ThreadsAtCondition(Parameters parameters) {
        this.parameters = parameters;
        this.taken = new Receipts(parameters.items());
    }

    static Flux<Object> story(Parameters parameters, TaskContext context) {
        return Story.of(
                context,
                () -> new ThreadsAtCondition(parameters),
                List.of(
                        ThreadsAtCondition::handOver,
                        ThreadsAtCondition::notifyOne,
                        ThreadsAtCondition::notifySome,
                        ThreadsAtCondition::notifyAllOfThem,
                        ThreadsAtCondition::waitInVain,
                        stage -> GivenLocks.plain(stage.threads),
                        stage -> GivenLocks.reentrant(stage.threads),
                        stage -> GivenLocks.sharedByTwo(stage.threads)));
    }

    private HandedOver handOver() throws InterruptedException {
        threads.start(parameters.consumers(), "condition-consumer", this::consume);
        wakeWhileThereIsNothing();
        threads.start("condition-ghost", this::wakeInTheMidst);
        threads.start("condition-producer", () -> {
            for (int item = 0; item < parameters.items(); item++) {
                stock.put(item);
            }
        });
        Patience.DEFAULT.until("all items to be taken", taken::isComplete);
        stock.close();
        threads.join(Patience.DEFAULT);
        return new HandedOver(
                "handed-over",
                parameters.items(),
                taken.different(),
                taken.twice(),
                sold.get(),
                stock.takenOfNothing(),
                stock.lowestLevel(),
                stock.level(),
                spurious,
                stock.wokenForNothing());
    }

    private void consume() throws InterruptedException {
        for (OptionalInt item = take(); item.isPresent(); item = take()) {
            sold.incrementAndGet();
            if (item.getAsInt() != GuardedItems.NOTHING) {
                taken.add(item.getAsInt());
            }
        }
    }

    private OptionalInt take() throws InterruptedException {
        return parameters.waiting() == Waiting.IF ? stock.takeUnseen(Patience.DEFAULT) : stock.take(Patience.DEFAULT);
    }

    private void wakeWhileThereIsNothing() throws InterruptedException {
        for (int i = 1; i <= (parameters.spurious() + 1) / 2; i++) {
            Patience.DEFAULT.until("all consumers to wait", () -> stock.waiting() == parameters.consumers());
            int before = seenForNothing();
            stock.wakeForNothing();
            spurious = i;
            Patience.DEFAULT.until("a consumer to have been woken for nothing", () -> seenForNothing() > before);
        }
    }

    private int seenForNothing() {
        return stock.wokenForNothing() + stock.takenOfNothing();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // by now, this thread alone writes
    private void wakeInTheMidst() {
        while (spurious < parameters.spurious() && !taken.isComplete() && !Thread.interrupted()) {
            if (stock.wakeForNothing()) {
                spurious++;
            }
            Thread.onSpinWait();
        }
    }

    private Notified notifyOne() throws InterruptedException {
        threads.start(parameters.consumers(), "condition-waiter", () -> unguarded.await(Patience.DEFAULT));
        Patience.DEFAULT.until("all to wait to be notified", () -> unguarded.waiting() == parameters.consumers());
        return ring("notify", 1);
    }

    /** All but one of those who are left. */
    private Notified notifySome() throws InterruptedException {
        return ring("notify-n", Math.max(0, unguarded.waiting() - 1));
    }

    private Notified ring(String moment, int n) throws InterruptedException {
        int waiting = unguarded.waiting();
        int before = unguarded.freed();
        unguarded.ring(n);
        Patience.DEFAULT.until(n + " to be freed", () -> unguarded.freed() - before >= n);
        return new Notified(moment, n, waiting, unguarded.freed() - before, unguarded.waiting());
    }

    private Notified notifyAllOfThem() throws InterruptedException {
        int waiting = unguarded.waiting();
        int before = unguarded.freed();
        int left = unguarded.ringForAll();
        threads.join(Patience.DEFAULT);
        return new Notified("notify-all", waiting, waiting, unguarded.freed() - before, left);
    }

    private TimedWait waitInVain() throws InterruptedException {
        long startNanos = System.nanoTime();
        boolean notified = unguarded.await(Patience.millis(parameters.limitMillis()));
        return new TimedWait("time-limit", parameters.limitMillis(), (System.nanoTime() - startNanos) / 1e6, notified);
    }

    @Override
    public void close() {
        threads.dismiss();
    }
}
