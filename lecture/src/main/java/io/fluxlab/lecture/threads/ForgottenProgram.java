package io.fluxlab.lecture.threads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The program that forgets, in a JVM of its own: says on standard output what it comes to, a line for each, and ends as
 * programs do, when {@code main} has ended and no thread is left that is not a daemon.
 */
final class ForgottenProgram {

    static final String BEGUN = "work begun";
    static final String DONE = "work done";
    static final String MAIN_ENDS = "main ends";

    private static final long LONGEST_WORK_HOURS = 2;

    private final Forgotten forgotten;
    private final boolean daemon;
    private final int workMillis;
    private final CountDownLatch mainEnds = new CountDownLatch(1);

    private ForgottenProgram(Forgotten forgotten, boolean daemon, int workMillis) {
        this.forgotten = forgotten;
        this.daemon = daemon;
        this.workMillis = workMillis;
    }

    /** Takes the names of a {@link Carrier} and of what is {@link Forgotten}, whether to be a daemon, and milliseconds. */
    public static void main(String[] args) throws Exception {
        Carrier carrier = Carrier.valueOf(args[0]);
        ForgottenProgram program = new ForgottenProgram(
                Forgotten.valueOf(args[1]), Boolean.parseBoolean(args[2]), Integer.parseInt(args[3]));
        switch (carrier) {
            case THREAD -> program.useThread();
            case FLUX -> new ForgottenFlux(program::work, program.daemon).use(program.forgotten);
            case PROCESS ->
                new ForgottenProcess(program.forgotten, program.daemon, program.workMillis).use(program.forgotten);
        }
        say(MAIN_ENDS);
        program.mainEnds.countDown();
    }

    private void useThread() throws InterruptedException {
        Thread thread = new Thread(this::work, "work");
        thread.setDaemon(daemon);
        if (forgotten != Forgotten.START) {
            thread.start();
        }
        if (forgotten == Forgotten.NOTHING) {
            thread.join();
        }
    }

    /**
     * Takes its time. Where nobody waits for it the time counts from the end of {@code main}, so that the work is the
     * longer of the two however busy the machine is.
     */
    private void work() {
        say(BEGUN);
        try {
            if (forgotten == Forgotten.JOIN && !mainEnds.await(LONGEST_WORK_HOURS, TimeUnit.HOURS)) {
                throw new TimeoutException("main did not end");
            }
            Thread.sleep(workMillis);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("the work was given up", e);
        }
        say(DONE);
    }

    /** A line in one write, past every buffer: what a thread has said is out, whatever becomes of it. */
    static void say(String line) {
        try {
            new FileOutputStream(FileDescriptor.out).write((line + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("nobody listens", e);
        }
    }
}
