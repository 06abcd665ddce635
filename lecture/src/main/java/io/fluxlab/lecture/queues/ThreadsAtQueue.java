package io.fluxlab.lecture.queues;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Story;
import io.fluxlab.lecture.queues.QueuesWorkload.Parameters;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Bounded;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Crowd;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Joined;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Ordered;
import io.fluxlab.lecture.queues.ThreadQueueMoment.TooOften;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;

/** Threads that put into one queue and get from it, in one order. */
final class ThreadsAtQueue {

    /** How many items go through the queue where each of them is shown. */
    private static final int FEW = 12;

    private static final Patience NO_PATIENCE = new Patience(Duration.ZERO);

    private static final Set<Thread.State> STOPPED =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private static final Patience WHOLE_CROWD = new Patience(Duration.ofHours(1));

    private final QueueOrder order;
    private final Parameters parameters;

    ThreadsAtQueue(QueueOrder order, Parameters parameters) {
        this.order = order;
        this.parameters = parameters;
    }

    /** Cold; one moment after the other. Each ends the threads that it starts. */
    Flux<Object> story(TaskContext context) {
        List<Callable<ThreadQueueMoment>> moments =
                new ArrayList<>(List.of(this::inOrder, this::join, this::bounded, this::doneTooOften, this::crowd));
        if (order == QueueOrder.PRIORITY) {
            moments.add(EqualPriorities::show);
        }
        return Story.of(context, moments);
    }

    private Ordered inOrder() throws InterruptedException {
        JoinableQueue<PrioritizedItem> queue = unbounded();
        List<PrioritizedItem> put = few();
        for (PrioritizedItem job : put) {
            queue.put(job, Patience.DEFAULT);
        }
        List<PrioritizedItem> got = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            got.add(queue.get(Patience.DEFAULT));
        }
        return new Ordered("order", order, put, got);
    }

    private Joined join() throws InterruptedException {
        JoinableQueue<PrioritizedItem> queue = unbounded();
        for (PrioritizedItem job : few()) {
            queue.put(job, Patience.DEFAULT);
        }
        AtomicInteger done = new AtomicInteger();
        AtomicInteger doneWhenJoined = new AtomicInteger();
        int doneWhileWaiting = 0;
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            threads.start("queue-joiner", () -> {
                if (queue.join(Patience.DEFAULT)) {
                    doneWhenJoined.set(done.get());
                }
            });
            Patience.DEFAULT.until("the joiner to wait", () -> queue.waitingForAll() == 1);
            for (int i = 1; i <= FEW; i++) {
                queue.get(Patience.DEFAULT);
                done.incrementAndGet();
                queue.taskDone();
                doneWhileWaiting = queue.waitingForAll() == 1 ? i : doneWhileWaiting;
            }
            threads.join(Patience.DEFAULT);
        }
        return new Joined("join", order, FEW, doneWhileWaiting, doneWhenJoined.get());
    }

    private Bounded bounded() throws InterruptedException {
        JoinableQueue<PrioritizedItem> queue = new JoinableQueue<>(order, parameters.capacity());
        AtomicInteger put = new AtomicInteger();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            Thread producer = threads.start("queue-producer", () -> {
                for (int i = 0; i <= parameters.capacity(); i++) {
                    queue.put(new PrioritizedItem(i, i), Patience.DEFAULT);
                    put.incrementAndGet();
                }
            });
            Patience.DEFAULT.until("the producer to wait or to end", () -> STOPPED.contains(producer.getState()));
            boolean waits = producer.isAlive();
            int putBefore = put.get();
            queue.get(Patience.DEFAULT);
            threads.join(Patience.DEFAULT);
            return new Bounded("bounded", order, parameters.capacity(), putBefore, waits, "", put.get());
        }
    }

    /** As many as were put are right, one more is not; then the queue is used as if nothing had been. */
    private TooOften doneTooOften() throws InterruptedException {
        JoinableQueue<PrioritizedItem> queue = unbounded();
        for (PrioritizedItem job : few()) {
            queue.put(job, Patience.DEFAULT);
            queue.get(Patience.DEFAULT);
        }
        List<Integer> refused = new ArrayList<>();
        String error = "";
        for (int call = 1; call <= FEW + 1; call++) {
            try {
                queue.taskDone();
            } catch (IllegalStateException e) {
                refused.add(call);
                error = String.valueOf(e.getMessage());
            }
        }
        queue.put(new PrioritizedItem(0, 0), Patience.DEFAULT);
        queue.get(Patience.DEFAULT);
        boolean waitsForOne = !queue.join(NO_PATIENCE);
        queue.taskDone();
        return new TooOften("done-too-often", order, FEW, refused, error, waitsForOne && queue.join(NO_PATIENCE));
    }

    private Crowd crowd() throws InterruptedException {
        JoinableQueue<PrioritizedItem> queue = new JoinableQueue<>(order, parameters.capacity());
        CrowdedQueue crossing = new CrowdedQueue(parameters);
        try (DemonstrationThreads producers = new DemonstrationThreads();
                DemonstrationThreads consumers = new DemonstrationThreads()) {
            consumers.start(parameters.consumers(), "queue-consumer", () -> consume(queue, crossing.new Consumer()));
            for (int producer = 0; producer < parameters.producers(); producer++) {
                int from = crossing.from(producer);
                int to = crossing.from(producer + 1);
                producers.start("queue-producer-" + (producer + 1), () -> {
                    for (int number = from; number < to; number++) {
                        queue.put(crossing.job(number), Patience.DEFAULT);
                    }
                });
            }
            producers.join(WHOLE_CROWD);
            if (!queue.join(Patience.DEFAULT)) {
                throw Patience.DEFAULT.inVain("the consumers to be done");
            }
            return crossing.seen(order, queue.mostInside(), crossing.done());
        }
    }

    /** Until it is interrupted: as in Python, nobody tells a consumer that nothing more will come. */
    private static void consume(JoinableQueue<PrioritizedItem> queue, CrowdedQueue.Consumer consumer)
            throws InterruptedException {
        while (true) {
            consumer.got(queue.get(WHOLE_CROWD));
            queue.taskDone();
        }
    }

    private JoinableQueue<PrioritizedItem> unbounded() {
        return new JoinableQueue<>(order, 0);
    }

    private List<PrioritizedItem> few() {
        return CrowdedQueue.few(FEW, parameters.seed());
    }
}
