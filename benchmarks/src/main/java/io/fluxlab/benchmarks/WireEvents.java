package io.fluxlab.benchmarks;

import io.fluxlab.client.ClientOptions;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.workload.Workload;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The events of empty tasks through server and client, against RSocket as it comes with frames of the same size. */
final class WireEvents implements Benchmark {

    private static final int EVENTS_PER_TASK = 2;

    private final LocalLab lab = LocalLab.builder()
            .workload(Workload.of("nothing", () -> Mono.empty()))
            .build();

    @Override
    public String name() {
        return "wire-events";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        RunRequest request =
                RunRequest.of("nothing", "parallel").with(Map.of("tasks", size.pick(20_000, 500_000), "calls", 1));
        int bytes = bytesEach(request);
        byte[] frame = new byte[bytes];
        int frames = size.pick(40_000, 1_000_000);
        try (Served served = Served.over(lab);
                Bare bare = new Bare(index -> frame)) {
            Runs runs = new Runs(served.client());
            Pairs speeds = Pairs.of(
                    size.pick(1, 5),
                    size.pick(1, 15),
                    () -> eventsPerSecond(runs, request),
                    () -> bare.framesPerSecond(frames));
            report.yardstick(this, "task events over RSocket TCP", speeds.ofOne(), Unit.PER_SECOND);
            report.yardstick(
                    this,
                    "yardstick: bare rsocket-java, frames of %d B".formatted(bytes),
                    speeds.ofOther(),
                    Unit.PER_SECOND);
            report.figure(
                    this,
                    "task events a second, over the bare frames",
                    speeds.ratio(),
                    Unit.RATIO,
                    Target.atLeast(0.6));
        }
    }

    private static double eventsPerSecond(Runs runs, RunRequest request) {
        long start = System.nanoTime();
        long events = (long) EVENTS_PER_TASK * runs.summary(request).tasks();
        return events * 1e9 / (System.nanoTime() - start);
    }

    /** What a task's event takes on the wire, on average. */
    private int bytesEach(RunRequest request) {
        WireFormat format = ClientOptions.DEFAULT.format();
        return (int) Math.round(lab.run(request)
                .filter(event -> event instanceof RunEvent.TaskStarted || event instanceof RunEvent.TaskFinished)
                .map(event -> format.write(event).length)
                .collect(Collectors.averagingInt(length -> length))
                .blockOptional()
                .orElseThrow());
    }
}
