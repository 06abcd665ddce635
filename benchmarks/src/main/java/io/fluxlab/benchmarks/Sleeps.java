package io.fluxlab.benchmarks;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** A very great number of sleeps at once on one event loop, in time and memory, with CPython's asyncio beside it. */
final class Sleeps implements Benchmark {

    private static final int SECOND = 1000;
    private static final int LONG_ENOUGH = 600 * SECOND;

    private final Lab lab = LocalLab.create();
    private final Runs runs = new Runs(lab);

    @Override
    public String name() {
        return "sleeps";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int few = size.pick(1_000, 100_000);
        int many = size.pick(10_000, 1_000_000);
        int times = size.pick(1, 7);
        Pairs seconds = Pairs.of(size.pick(0, 2), times, () -> seconds(few), () -> seconds(many));
        report.figure(this, what(few, "time"), seconds.ofOne(), Unit.SECONDS, Target.atMost(1.5));
        report.figure(this, what(many, "time"), seconds.ofOther(), Unit.SECONDS, Target.atMost(4));
        double[] bytes = new double[size.pick(1, 3)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytesEach(many);
        }
        report.figure(this, what(many, "heap of each"), Spread.of(bytes), Unit.BYTES, Target.atMost(600));
        new Asyncio(this, report).measure(few, many);
    }

    private static String what(int tasks, String figure) {
        return "%,d async sleeps of 1 s at once on `event-loop`, %s".formatted(tasks, figure);
    }

    private double seconds(int tasks) {
        return runs.seconds(request(tasks, SECOND));
    }

    private double bytesEach(int tasks) throws InterruptedException {
        long before = liveBytes();
        Starts starts = new Starts(tasks);
        lab.run(request(tasks, LONG_ENOUGH)).subscribe(starts);
        starts.all.await();
        long bytes = liveBytes() - before;
        starts.cancel();
        return (double) bytes / tasks;
    }

    private static RunRequest request(int tasks, int millis) {
        return RunRequest.of("sleep", "event-loop")
                .with(Map.of("tasks", tasks, "minMillis", millis, "maxMillis", millis, "style", "async"));
    }

    private static long liveBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Waits for every task's start, and lets go of the events. */
    private static final class Starts extends BaseSubscriber<RunEvent> {

        private final CountDownLatch all;

        Starts(int tasks) {
            this.all = new CountDownLatch(tasks);
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        protected void hookOnNext(RunEvent event) {
            if (event instanceof RunEvent.TaskStarted) {
                all.countDown();
            }
        }
    }
}
