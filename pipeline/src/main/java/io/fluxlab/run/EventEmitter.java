package io.fluxlab.run;

import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.run.RunSignal.ItemsWait;
import io.fluxlab.run.RunSignal.RunBegins;
import io.fluxlab.run.RunSignal.RunBreaks;
import io.fluxlab.run.RunSignal.RunEnds;
import io.fluxlab.run.RunSignal.TaskBegins;
import io.fluxlab.run.RunSignal.TaskEnds;
import io.fluxlab.run.RunSignal.TaskIsSilent;
import io.fluxlab.trace.TraceLog;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.IntFunction;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;

/**
 * The one way out of a run: takes the signals of any thread, and gives them to the subscriber as numbered events, one at a
 * time, never more than were asked for. Lossless signals wait in a queue; of conflated ones only the newest waits, and
 * goes out when nothing lossless does, or after a while of nothing else. Whoever has to know what was delivered is its
 * {@link DeliveryListener}.
 *
 * <p>Hand-written, because no composition of Reactor's operators numbers, batches and conflates behind one demand. The
 * emitting is the queue-drain of reactive streams operators: whoever raises {@code wip} from zero emits for all.
 */
final class EventEmitter implements SignalSink, Subscription {

    private static final AtomicIntegerFieldUpdater<EventEmitter> WIP =
            AtomicIntegerFieldUpdater.newUpdater(EventEmitter.class, "wip");
    private static final AtomicLongFieldUpdater<EventEmitter> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(EventEmitter.class, "requested");

    /** After so many lossless signals in a row a conflated one has its turn. */
    private static final int CONFLATED_TURN = 64;

    private final CoreSubscriber<? super RunEvent> subscriber;
    private final DeliveryListener listener;
    private final IntFunction<String> labels;
    private final RunClock clock;
    private final Queue<RunSignal.Lossless> lossless =
            Queues.<RunSignal.Lossless>unboundedMultiproducer().get();
    private final ConflatedSignals conflated = new ConflatedSignals();

    @SuppressWarnings("UnusedVariable") // it is read, by WIP
    private volatile int wip;

    private volatile long requested;
    private volatile boolean cancelled;
    private long seq;
    private long emitted;
    private int inARow;

    /** An emitter for one subscriber, which reads the names of tasks and the time where an event needs them. */
    EventEmitter(
            CoreSubscriber<? super RunEvent> subscriber,
            DeliveryListener listener,
            IntFunction<String> labels,
            RunClock clock) {
        this.subscriber = subscriber;
        this.listener = listener;
        this.labels = labels;
        this.clock = clock;
    }

    @Override
    public void offer(RunSignal.Lossless signal) {
        lossless.offer(signal);
        drain();
    }

    @Override
    public void replace(ConflatedSignals.Place place, RunSignal.Newest signal) {
        conflated.put(place, signal);
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            Operators.addCap(REQUESTED, this, n);
            drain();
        }
    }

    @Override
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            listener.deliveryEnded();
            drain();
        }
    }

    @Override
    public void drain() {
        if (WIP.getAndIncrement(this) != 0) {
            return;
        }
        int missed = 1;
        do {
            if (cancelled) {
                lossless.clear();
            } else {
                emitOrFail();
            }
            missed = WIP.addAndGet(this, -missed);
        } while (missed != 0);
    }

    /** Where an event can't be made, the run is broken: say so, rather than fall silent with the drain held. */
    private void emitOrFail() {
        try {
            emit();
        } catch (Throwable e) {
            if (cancelled) {
                Operators.onErrorDropped(e, subscriber.currentContext());
            } else {
                cancelled = true;
                listener.deliveryEnded();
                subscriber.onError(Exceptions.unwrap(e));
            }
        }
    }

    private void emit() {
        long demand = requested;
        emitted = 0;
        while (emitted != demand && !cancelled) {
            RunSignal.Lossless head = inARow < CONFLATED_TURN ? lossless.peek() : null;
            if (head != null) {
                inARow++;
                if (deliver(head)) {
                    lossless.poll();
                }
            } else {
                inARow = 0;
                if (!deliverConflated() && lossless.isEmpty()) {
                    break;
                }
            }
        }
        if (emitted != 0 && demand != Long.MAX_VALUE) {
            REQUESTED.addAndGet(this, -emitted);
        }
    }

    /** Delivers the next event of a signal, if there is one; true where the signal has nothing more to say. */
    private boolean deliver(RunSignal.Lossless signal) {
        return switch (signal) {
            case TaskBegins begin -> {
                int task = begin.task();
                send(new TaskStarted(seq, begin.atNanos(), task, labels.apply(task), begin.worker()));
                listener.startDelivered(task);
                yield true;
            }
            case TaskEnds end -> !deliverItems(end.output(), end.atNanos()) && !deliverTrace(end) && deliverEnd(end);
            case ItemsWait wait -> {
                deliverItems(wait.output(), clock.nanos());
                yield wait.output().isDone();
            }
            case RunBegins run -> {
                send(new RunStarted(seq, 0, run.run(), run.workload(), run.lane(), run.parameters(), run.tasks()));
                yield true;
            }
            case TaskIsSilent silent -> {
                send(silent.event(seq, 0));
                yield true;
            }
            case RunEnds end -> !deliverConflated() && deliverLast(end);
            case RunBreaks broken -> throw Exceptions.propagate(broken.error());
        };
    }

    private boolean deliverItems(TaskOutput output, long atNanos) {
        long from = output.taken();
        List<Object> items = output.take();
        if (items.isEmpty()) {
            return false;
        }
        send(new TaskItems(seq, atNanos, output.task(), from, items));
        listener.itemsDelivered(output.task(), items.size());
        return true;
    }

    private boolean deliverTrace(TaskEnds end) {
        TraceLog trace = end.trace();
        TraceLog.Kept kept = trace == null ? null : trace.take();
        if (kept == null) {
            return false;
        }
        send(new TaskTrace(seq, end.atNanos(), end.output().task(), kept.marks(), kept.dropped()));
        return true;
    }

    private boolean deliverEnd(TaskEnds end) {
        TaskOutput output = end.output();
        output.close();
        int task = output.task();
        long atNanos = end.atNanos();
        long items = output.taken();
        send(
                end.failure() != null
                        ? new TaskFailed(seq, atNanos, task, end.failure())
                        : new TaskFinished(seq, atNanos, task, items, atNanos - end.startedNanos(), end.cpuNanos()));
        listener.endDelivered(end, items);
        return true;
    }

    private boolean deliverConflated() {
        RunEvent event = conflated.poll(seq);
        if (event != null) {
            send(event);
        }
        return event != null;
    }

    private boolean deliverLast(RunEnds end) {
        RunSummary summary = end.summary().withConflated(conflated.replaced());
        send(new RunFinished(
                seq,
                clock.nanos(),
                end.status(),
                summary,
                end.reason(),
                end.left().isEmpty() ? null : end.left()));
        cancelled = true;
        subscriber.onComplete();
        return true;
    }

    private void send(RunEvent event) {
        seq = event.seq() + 1;
        emitted++;
        subscriber.onNext(event);
    }
}
