package io.fluxlab.process.work;

import io.fluxlab.task.TaskPlace;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** The thread that tasks run on, one command after the other. Thread-safe. Ends with the process. */
final class WorkerThread implements Executor {

    private final TaskPlace place = new TaskPlace(this);
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();

    WorkerThread(String name) {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable command) {
        commands.add(command);
    }

    /** Where its tasks run. */
    TaskPlace place() {
        return place;
    }

    private void work() {
        while (true) {
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
