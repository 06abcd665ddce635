package io.fluxlab.run;

import io.fluxlab.claim.Claim;
import io.fluxlab.jfr.RecordedTask;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.task.TaskExecution;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The tasks of a run that have started and not ended. Whatever starts while they are told to stop is told, too: a task is
 * remembered before {@code stopped} is looked at, and {@code stopped} is written before the tasks are. Thread-safe.
 */
final class RunningTasks implements SlotPool.TaskStarter, TaskRun.Listener {

    private static final Claim PLACE = Claim.ofHeapBytes(Long.BYTES);

    /** Of so many failures it is told where they were. */
    private static final int MOST_TRACED = 100;

    /** Of so many threads that are left behind it is told where they are. */
    private static final int MOST_NAMED = 100;

    private final RunContext context;
    private final SignalSink signals;
    private final Consumer<ObservedTask> observer;
    private final Supplier<RecordedTask> recorder;
    private final AtomicReferenceArray<TaskRun> running;
    private final AtomicLong traced = new AtomicLong();
    private final Queue<TaskRun> givenUp = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** None as yet, and nobody records them; {@code observer} is told of each that computes or emits items. */
    RunningTasks(RunContext context, SignalSink signals, Consumer<ObservedTask> observer) {
        this(context, signals, observer, () -> RecordedTask.NOT_RECORDED);
    }

    /** None as yet; {@code recorder} is asked on the thread of each that starts. */
    RunningTasks(
            RunContext context, SignalSink signals, Consumer<ObservedTask> observer, Supplier<RecordedTask> recorder) {
        this.recorder = recorder;
        this.context = context;
        this.signals = signals;
        this.observer = observer;
        this.running = new AtomicReferenceArray<>(context.plan().size());
    }

    /** What remembering so many tasks takes. */
    static Claim claim(int size) {
        return PLACE.times(size);
    }

    @Override
    public boolean start(int index, TaskHost host) {
        TaskRun task = new TaskRun(index, context, host, signals, this);
        running.set(index, task);
        if (stopped) {
            task.stop();
        }
        return task.start();
    }

    @Override
    public RecordedTask recorded() {
        return recorder.get();
    }

    @Override
    public void worthObserving(TaskRun task) {
        observer.accept(task);
    }

    /** Traces take long to read, and the first tell as much as all. */
    @Override
    public Failure failure(Throwable error) {
        return error != TaskExecution.CANCELLED && traced.getAndIncrement() < MOST_TRACED
                ? Failures.traced(error)
                : Failures.of(error);
    }

    @Override
    public void ended(TaskRun task) {
        running.set(task.index(), null);
    }

    /** So many items of a task were delivered: its body may emit as many more, now or, where the run is paused, later. */
    void itemsDelivered(int index, int count, TaskQueue queue) {
        TaskRun task = running.get(index);
        if (task != null) {
            task.owe(count);
            if (!queue.isPaused()) { // looked at after what is owed was written: whoever resumes sees one or the other
                task.requestOwed();
            }
        }
    }

    /** The run goes on: asks for the items that are owed. */
    void resume() {
        forEach(TaskRun::requestOwed);
    }

    /** Ends those that run, as soon as they let go. */
    void stop() {
        stopped = true;
        forEach(TaskRun::stop);
    }

    /** Ends what still runs after {@link #stop}: its body pays no heed. */
    void giveUp() {
        forEach(task -> {
            if (task.thread() != null && givenUp.size() < MOST_NAMED) {
                givenUp.add(task);
            }
            task.giveUp();
        });
    }

    /** The threads that are still inside bodies which were given up, by the task: what the run leaves behind. */
    List<Leftover> leftBehind() {
        return givenUp.stream()
                .flatMap(task -> Optional.ofNullable(task.thread())
                        .map(thread -> new Leftover(
                                task.index(), thread.getName(), UserFrames.waiting(thread.getStackTrace())))
                        .stream())
                .toList();
    }

    /** Each task that runs, as long as whoever looks wants more. */
    void lookAt(Predicate<TaskActivity> wantsMore) {
        for (int i = 0; i < running.length(); i++) {
            TaskRun task = running.get(i);
            if (task != null && !wantsMore.test(task)) {
                return;
            }
        }
    }

    private void forEach(Consumer<TaskRun> action) {
        for (int i = 0; i < running.length(); i++) {
            TaskRun task = running.get(i);
            if (task != null) {
                action.accept(task);
            }
        }
    }
}
