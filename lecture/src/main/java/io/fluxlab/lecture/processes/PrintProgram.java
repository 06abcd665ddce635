package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.rsocket.RSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** The lecture's process that prints a line under a lock, and whatever else one may do with the lock. */
public final class PrintProgram implements ChildProgram {

    private static final String LOCK = "lock";

    /** The only one of this process for its file. Used by the thread that answers. */
    private @Nullable ProcessLock lock;

    /** What is to be done. */
    enum Verb {
        /** Print lines. Answers when it has to wait for the lock, and at the end. */
        PRINT,
        /** Take the lock, begin a line, and leave it at that. */
        BEGIN,
        /** Take the lock if it is free. */
        TAKE,
        /** Give it back once. */
        GIVE_BACK,
        /** Take the lock if it is free, on another thread, and give it back. */
        TAKE_ELSEWHERE
    }

    /**
     * What the parent wants.
     *
     * @param verb what is to be done
     * @param folder where the lock's file is
     * @param job what to print
     */
    record Order(Verb verb, String folder, Job job) {

        Order(Verb verb, Path folder, Job job) {
            this(verb, folder.toString(), job);
        }
    }

    /**
     * What to print.
     *
     * @param guard what keeps others out of it
     * @param file the printout's file, in the folder
     * @param number what the process is called
     * @param lines how many lines
     * @param pauseMillis between the two parts of a line
     * @param limitMillis how long to wait for the lock
     */
    record Job(Guard guard, String file, int number, int lines, int pauseMillis, int limitMillis) {}

    /**
     * What came of it.
     *
     * @param process id of the process
     * @param waiting whether the lock is somebody else's, and the process now waits for it
     * @param taken whether the lock was taken
     * @param holds how often the thread that answers holds it
     * @param longestWaitNanos the longest wait for the lock
     */
    record Answer(long process, boolean waiting, boolean taken, int holds, long longestWaitNanos) {}

    @Override
    public RSocket start(ChildScope process) {
        return new Answering<>(Order.class, this::answers);
    }

    private Publisher<Answer> answers(Order order) {
        return switch (order.verb()) {
            case PRINT -> Flux.create(sink -> print(order, sink));
            case BEGIN -> Mono.fromCallable(() -> begin(order));
            case TAKE -> Mono.fromCallable(() -> answer(lock(order), lock(order).take(Duration.ZERO), 0));
            case GIVE_BACK -> Mono.fromCallable(() -> giveBack(lock(order)));
            case TAKE_ELSEWHERE -> Mono.fromCallable(() -> takeElsewhere(lock(order)));
        };
    }

    private ProcessLock lock(Order order) throws IOException {
        ProcessLock found = lock;
        if (found == null) {
            found = ProcessLock.on(Path.of(order.folder(), LOCK));
            lock = found;
        }
        return found;
    }

    private static Printout printout(Order order) {
        return new Printout(Path.of(order.folder(), order.job().file()));
    }

    // tag::print[]
    private void print(Order order, FluxSink<Answer> answers) {
        try {
            ProcessLock guarding = lock(order);
            boolean guarded = order.job().guard() == Guard.LOCK;
            long longestWait = 0;
            for (int line = 0; line < order.job().lines(); line++) {
                if (guarded) {
                    longestWait = Math.max(longestWait, take(guarding, order.job(), answers));
                }
                try {
                    printout(order).begin();
                    Thread.sleep(order.job().pauseMillis());
                    printout(order).end(order.job().number());
                } finally {
                    if (guarded) {
                        guarding.giveBack();
                    }
                }
            }
            answers.next(answer(guarding, guarded, longestWait));
            answers.complete();
        } catch (Exception e) {
            answers.error(e);
        }
    }
    // end::print[]

    /** Returns how long it waited, in nanoseconds. */
    private static long take(ProcessLock lock, Job job, FluxSink<Answer> answers) throws Exception {
        if (lock.take(Duration.ZERO)) {
            return 0;
        }
        long since = System.nanoTime();
        answers.next(new Answer(ProcessHandle.current().pid(), true, false, 0, 0));
        Patience patience = Patience.millis(job.limitMillis());
        if (!lock.take(patience.limit())) {
            throw patience.inVain("the lock, in process number " + job.number());
        }
        return System.nanoTime() - since;
    }

    private Answer begin(Order order) throws IOException, InterruptedException {
        ProcessLock taking = lock(order);
        boolean taken = taking.take(Duration.ofMillis(order.job().limitMillis()));
        printout(order).begin();
        return answer(taking, taken, 0);
    }

    private static Answer giveBack(ProcessLock lock) throws IOException {
        lock.giveBack();
        return answer(lock, false, 0);
    }

    private static Answer takeElsewhere(ProcessLock lock) throws Exception {
        FutureTask<Boolean> attempt = new FutureTask<>(() -> {
            boolean taken = lock.take(Duration.ZERO);
            if (taken) {
                lock.giveBack();
            }
            return taken;
        });
        new Thread(attempt, "elsewhere").start();
        return answer(lock, attempt.get(Patience.DEFAULT.limit().toMillis(), TimeUnit.MILLISECONDS), 0);
    }

    private static Answer answer(ProcessLock lock, boolean taken, long longestWaitNanos) {
        return new Answer(ProcessHandle.current().pid(), false, taken, lock.holds(), longestWaitNanos);
    }
}
