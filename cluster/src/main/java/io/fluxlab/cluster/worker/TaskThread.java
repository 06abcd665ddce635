package io.fluxlab.cluster.worker;

import io.fluxlab.task.TaskPlace;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** The thread that a lane's tasks of one run run on, one command after the other, until it is closed. Thread-safe. */
final class TaskThread implements Executor, AutoCloseable {

    private final TaskPlace place = new TaskPlace(this);
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    TaskThread(String name) {
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable command) {
        commands.add(command);
    }

    /** Of the thread, as the JVM's accounts know it. */
    long id() {
        return thread.threadId();
    }

    /** Where its tasks run. */
    TaskPlace place() {
        return place;
    }

    /** Ends it when it has done what it was given so far: a task that pays no heed keeps its thread, and nobody else. */
    @Override
    public void close() {
        closed = true;
        commands.add(() -> {});
    }

    private void work() {
        while (!closed || !commands.isEmpty()) {
            next().run();
        }
    }

    private Runnable next() {
        try {
            return commands.take();
        } catch (InterruptedException e) { // meant for a task that has just ended
            return () -> {};
        }
    }
}
