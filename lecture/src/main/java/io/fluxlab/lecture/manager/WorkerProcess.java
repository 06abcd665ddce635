package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.manager.MethodCall.Method;
import io.fluxlab.lecture.manager.WorkerReport.Stay;
import io.fluxlab.lecture.messages.PipeEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A child at its {@link WorkerTask}. For one thread. */
final class WorkerProcess {

    private final WorkerTask job;
    private final RemoteObject object;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Boolean> answers = new ArrayList<>();
    private final List<List<Object>> got = new ArrayList<>();

    WorkerProcess(WorkerTask job, PipeEnd pipe) {
        this.job = job;
        this.object = new RemoteObject(pipe);
    }

    WorkerReport work() throws IOException, InterruptedException {
        for (int i = 0; i < job.count(); i++) {
            play(i);
        }
        return new WorkerReport(ProcessHandle.current().pid(), stays, answers, got);
    }

    private void play(int turn) throws IOException, InterruptedException {
        switch (job.role()) {
            case GUEST -> {
                object.call(Method.ACQUIRE);
                stay();
                object.call(Method.RELEASE);
            }
            case INTRUDER -> stay();
            case RELEASER -> ask(Method.RELEASE);
            case WAITER -> {
                long from = now();
                object.call(Method.WAIT_SET);
                stays.add(new Stay(from, now()));
            }
            case SETTER -> set();
            case CONSUMER -> take();
            case PRODUCER -> add();
            case PUTTER_AND_GETTER -> {
                object.put(List.of(ProcessHandle.current().pid(), turn));
                got.add(object.get());
            }
            case GETTER -> got.add(object.get());
        }
    }

    private void stay() throws InterruptedException {
        long from = now();
        Thread.sleep(job.stayMillis());
        stays.add(new Stay(from, now()));
    }

    private void set() throws InterruptedException {
        ask(Method.IS_SET);
        long from = now();
        object.call(Method.SET);
        stays.add(new Stay(from, now()));
        ask(Method.IS_SET);
        object.call(Method.CLEAR);
        ask(Method.IS_SET);
    }

    /** The lecture's {@code while not an_item_is_available(): cv.wait()}; the item is a number in a file. */
    private void take() throws IOException, InterruptedException {
        SharedCount stock = stock();
        object.call(Method.LOCK);
        int there = stock.read();
        while (there == 0) {
            object.call(Method.WAIT);
            there = stock.read();
        }
        stock.write(there - 1);
        object.call(Method.UNLOCK);
        got.add(List.of(there));
    }

    private void add() throws IOException, InterruptedException {
        object.call(Method.LOCK);
        stock().write(stock().read() + 1);
        object.notifyOne();
        object.call(Method.UNLOCK);
    }

    private SharedCount stock() {
        return new SharedCount(Path.of(job.folder(), SharedCount.FILE));
    }

    private void ask(Method method) throws InterruptedException {
        answers.add(object.call(method));
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
