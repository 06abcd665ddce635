package io.fluxlab.lecture.threads;

import io.fluxlab.lecture.threads.CtrlC.Main;
import io.fluxlab.lecture.threads.CtrlC.Reaction;
import io.fluxlab.lecture.threads.CtrlC.Work;
import java.lang.Thread.State;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program that is interrupted: a real {@code main}, with a worker beside it. It says what happens to it. */
final class CtrlCProgram {

    static final String READY = "ready";
    static final String MAIN_INTERRUPTED = "main was interrupted in join";
    static final String WORKER_DONE = "worker done";
    static final String MAIN_ENDS = "main ends";

    /** Followed by the thread's name. */
    static final String HEARD_ON = "heard on ";

    /** Followed by whether the worker still ran. */
    static final String WORKER_RUNS = "worker runs: ";

    private static final long HOURS = 24;

    private final Thread main = Thread.currentThread();
    private final CtrlC program;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread worker = new Thread(this::work, "worker");

    private CtrlCProgram(CtrlC program) {
        this.program = program;
    }

    static String[] arguments(CtrlC program) {
        return new String[] {
            program.main().name(), program.worker().name(), program.answer().name()
        };
    }

    /** Runs until it is interrupted; where it takes that for nothing more than news, until its worker is done after that. */
    public static void main(String[] args) throws Exception {
        CtrlC program = new CtrlC(Main.valueOf(args[0]), Work.valueOf(args[1]), Reaction.valueOf(args[2]));
        new CtrlCProgram(program).run();
    }

    private void run() throws Exception {
        prepare();
        worker.start();
        Thread watch = new Thread(this::sayWhenReady, "watch");
        watch.setDaemon(true);
        watch.start();
        try {
            if (program.main() == Main.JOINS) {
                worker.join();
            } else {
                computeUntilTold();
            }
        } catch (InterruptedException e) {
            say(MAIN_INTERRUPTED);
            told.countDown();
            worker.join();
        } finally {
            say(MAIN_ENDS);
        }
    }

    private void prepare() throws ReflectiveOperationException {
        switch (program.answer()) {
            case NONE -> {}
            case HOOK -> Runtime.getRuntime().addShutdownHook(new Thread(this::heard, "hook"));
            case INTERRUPTS_MAIN ->
                handle(() -> {
                    heard();
                    main.interrupt();
                });
            case NOTES ->
                handle(() -> {
                    heard();
                    told.countDown();
                });
        }
    }

    /** {@code sun.misc.Signal.handle(..)}, which no standard API offers, and which compilers warn of. */
    private static void handle(Runnable answer) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object answering = Proxy.newProxyInstance(
                handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    answer.run();
                    return null;
                });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance("INT"), answering);
    }

    private void heard() {
        say(HEARD_ON + Thread.currentThread().getName());
        say(WORKER_RUNS + worker.isAlive());
    }

    private void work() {
        if (program.worker() == Work.COMPUTES) {
            computeUntilTold();
        } else {
            await(told);
        }
        say(WORKER_DONE);
    }

    private void computeUntilTold() {
        while (told.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Only once both threads are where the signal is to find them. */
    private void sayWhenReady() {
        boolean joins = program.main() == Main.JOINS;
        boolean waits = program.worker() == Work.WAITS;
        while (isWaiting(main) != joins || isWaiting(worker) != waits) {
            Thread.onSpinWait();
        }
        say(READY);
        ProcessHandle.current().parent().ifPresent(lab -> {
            lab.onExit().join(); // nobody would interrupt it any more
            told.countDown();
        });
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == State.WAITING || thread.getState() == State.TIMED_WAITING;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(HOURS, TimeUnit.HOURS)) {
                throw new IllegalStateException("nobody told the worker to end within %d hours".formatted(HOURS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String line) {
        ForgottenProgram.say(line);
    }
}
