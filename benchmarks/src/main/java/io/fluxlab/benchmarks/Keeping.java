package io.fluxlab.benchmarks;

import io.fluxlab.history.History;
import io.fluxlab.history.HistorySettings;
import io.fluxlab.history.Origin;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper.Viewer;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.verdict.RatioEstimate;
import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** What it takes to keep a run in H2: how fast its events are written, and what that does to a run that computes. */
final class Keeping implements Benchmark {

    private static final int TASKS = 64;

    /** A task starts and ends. */
    private static final int EVENTS_PER_TASK = 2;

    private final Lab lab = LocalLab.builder()
            .workload(Workload.of("nothing", () -> Mono.empty()))
            .build();

    @Override
    public String name() {
        return "keeping";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        writing(size, report);
        computing(size, report);
    }

    /** How long some events took until they were in the file, and how many of them are not. */
    private record Written(double seconds, long missing) {}

    private void writing(Size size, Report report) throws Exception {
        int tasks = size.pick(10_000, 500_000);
        String what = "%,d events of empty tasks, until the last is written".formatted(EVENTS_PER_TASK * tasks);
        Written cold = written(tasks);
        report.figure(this, what + ", cold", Spread.of(cold.seconds()), Unit.SECONDS, Target.atMost(10));
        int rounds = size.pick(1, 5);
        double[] seconds = new double[rounds];
        long missing = cold.missing();
        for (int i = 0; i < rounds; i++) {
            Written warm = written(tasks);
            seconds[i] = warm.seconds();
            missing += warm.missing();
        }
        report.figure(this, what + ", warm", Spread.of(seconds), Unit.SECONDS, Target.atMost(10));
        report.figure(
                this, "events of these that are not kept", Spread.of((double) missing), Unit.COUNT, Target.atMost(0));
    }

    private Written written(int tasks) throws IOException {
        RunRequest request = RunRequest.of("nothing", "parallel").with(Map.of("tasks", tasks, "calls", 1));
        Path folder = Files.createTempDirectory("fluxlab-keeping-");
        try {
            History history = open(folder);
            long start = System.nanoTime();
            String run = keep(history, request);
            history.close().block(); // writes what is left
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Written(seconds, missing(folder, run, (long) EVENTS_PER_TASK * tasks));
        } finally {
            delete(folder);
        }
    }

    private static long missing(Path folder, String run, long least) {
        History history = open(folder);
        try {
            KeptRun kept = Objects.requireNonNull(
                    history.history(HistoryQuery.of(run), Viewer.ALL).blockFirst());
            if (kept.state() != RunState.COMPLETED
                    || kept.events().count() + kept.events().missing() < least) {
                throw new IllegalStateException("did not complete: " + kept);
            }
            return kept.events().missing();
        } finally {
            history.close().block();
        }
    }

    private void computing(Size size, Report report) throws Exception {
        int to = size.pick(200_000, 20_000_000);
        RunRequest request = RunRequest.of("primes", "parallel")
                .with(Map.of("from", 0, "to", to, "tasks", TASKS, "method", "trial", "emit", "counts"));
        Runs runs = new Runs(lab);
        Path folder = Files.createTempDirectory("fluxlab-keeping-");
        History history = open(folder);
        try {
            Pairs walls = Pairs.of(
                    size.pick(1, 3),
                    size.pick(1, 31),
                    () -> wallNanos(history, keep(history, request)) / 1e6,
                    () -> runs.summary(request).wallNanos() / 1e6);
            String what = "`primes` by trial to %,d, %d tasks on `parallel`, kept over not kept".formatted(to, TASKS);
            report.figure(this, what, walls.ratio(), Unit.RATIO, Target.atMost(1.02));
            report.yardstick(this, "the median of that, with its 95 % interval", interval(walls), Unit.RATIO);
            report.yardstick(
                    this, "the run that is not kept, the machine's own spread", walls.ofOther(), Unit.MILLISECONDS);
        } finally {
            history.close().block();
            delete(folder);
        }
    }

    private static Spread interval(Pairs walls) {
        double[] ratios = new double[walls.one().length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = walls.one()[i] / walls.other()[i];
        }
        RatioEstimate estimate = RatioEstimate.of(ratios);
        return estimate.interval() == null
                ? Spread.of(estimate.median())
                : Spread.of(
                        estimate.interval().low(),
                        estimate.median(),
                        estimate.interval().high());
    }

    private static History open(Path folder) {
        return Objects.requireNonNull(History.open(HistorySettings.in(folder.toString()), new Origin("benchmark", null))
                .block());
    }

    /** Runs to its end, as a server does that keeps what it was submitted. */
    private String keep(History history, RunRequest request) {
        String run = Objects.requireNonNull(history.keep(Submission.of(request), "benchmark", lab.run(request))
                .block());
        history.watch(new WatchRequest(run, Long.MAX_VALUE), Viewer.ALL).blockLast();
        return run;
    }

    private static double wallNanos(History history, String run) throws InterruptedException {
        while (true) {
            KeptRun kept = Objects.requireNonNull(
                    history.history(HistoryQuery.of(run), Viewer.ALL).blockFirst());
            if (kept.outcome() != null && kept.outcome().wallNanos() != null) {
                return kept.outcome().wallNanos();
            }
            Thread.sleep(20); // its end is written a moment after it is told
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
