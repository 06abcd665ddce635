package io.fluxlab.benchmarks;

import io.fluxlab.cluster.ClusterLane;
import io.fluxlab.cluster.broker.Broker;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import reactor.core.Disposable;

/** How soon a cluster is there, has a newcomer at work, gives away what a dead worker had, and rests after a cancel. */
final class ClusterFaults implements Benchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 2_000_000;
    private static final int TASKS = 2;

    @Override
    public String name() {
        return "cluster-faults";
    }

    /** What one round has found, in nanoseconds. */
    private record Round(long coordinator, long joined, long redelivered, long idle) {}

    /** What a task has written down. */
    private record Stamp(String what, long atNanos, int task, long pid) {}

    @Override
    public void measure(Size size, Report report) throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < size.pick(1, 9); i++) {
            rounds.add(round());
        }
        report.figure(
                this,
                "coordinator up",
                spread(rounds.stream().mapToLong(Round::coordinator).toArray(), 1e9),
                Unit.SECONDS,
                Target.atMost(2));
        report.figure(
                this,
                "a worker's process is started → its first task begins",
                spread(rounds.stream().mapToLong(Round::joined).toArray(), 1e9),
                Unit.SECONDS,
                Target.atMost(2));
        report.figure(
                this,
                "kill -9 of a worker → its task begins elsewhere",
                spread(rounds.stream().mapToLong(Round::redelivered).toArray(), 1e6),
                Unit.MILLISECONDS,
                Target.atMost(100));
        report.figure(
                this,
                "cancel → all workers idle",
                spread(rounds.stream().mapToLong(Round::idle).toArray(), 1e9),
                Unit.SECONDS,
                Target.atMost(1));
    }

    private static Spread spread(long[] nanos, double unit) {
        double[] values = new double[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            values[i] = nanos[i] / unit;
        }
        return Spread.of(values);
    }

    private static Round round() throws Exception {
        Path folder = Files.createTempDirectory("fluxlab-cluster");
        Path stamps = Files.createFile(folder.resolve("stamps"));
        List<Process> workers = new ArrayList<>();
        long begun = System.nanoTime();
        try (Coordinator coordinator =
                Coordinator.open(Access.onLoopback(Address.LOOPBACK, Broker.newToken()), PATIENCE)) {
            long up = System.nanoTime() - begun;
            RunRequest request = RunRequest.of("stamp", "cluster")
                    .with(Map.of("tasks", TASKS, "file", stamps.toString()))
                    .withConcurrency(TASKS)
                    .with(BystanderRate.NONE);
            Disposable run = LocalLab.builder()
                    .lane(ClusterLane.at(coordinator))
                    .build()
                    .run(request)
                    .subscribe(event -> {}, error -> {});
            long started = System.nanoTime();
            workers.add(worker(coordinator.access(), folder));
            Stamp first = await(stamps, "begun", 1).get(0);
            workers.add(worker(coordinator.access(), folder));
            Stamp second = await(stamps, "begun", TASKS).get(1);
            workers.add(worker(coordinator.access(), folder)); // has no task yet
            while (coordinator.members().size() < workers.size()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            long killed = System.nanoTime();
            workers.stream().filter(each -> each.pid() == second.pid()).forEach(Process::destroyForcibly);
            Stamp again = await(stamps, "begun", TASKS + 1).get(TASKS);
            long cancelled = System.nanoTime();
            run.dispose();
            List<Stamp> stopped = await(stamps, "cancelled", TASKS);
            return new Round(
                    up,
                    first.atNanos() - started,
                    again.atNanos() - killed,
                    stopped.get(TASKS - 1).atNanos() - cancelled);
        } finally {
            workers.forEach(Process::destroyForcibly);
        }
    }

    private static Process worker(Access access, Path folder) throws IOException {
        Path token = folder.resolve("token");
        if (!Files.exists(token)) {
            Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(token, access.token());
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.fluxlab.cli.Main",
                        "cluster",
                        "worker",
                        "--join",
                        access.address().toString(),
                        "--token-file",
                        token.toString(),
                        "--lanes",
                        "1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The stamps of a kind, once there are so many. */
    private static List<Stamp> await(Path file, String what, int count) throws IOException {
        long until = System.nanoTime() + MOST_NANOS;
        while (System.nanoTime() < until) {
            List<Stamp> found = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", -1);
                if (parts.length == 4 && parts[0].equals(what)) {
                    found.add(new Stamp(
                            what, Long.parseLong(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3])));
                }
            }
            if (found.size() >= count) {
                return found;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("no %d tasks were %s in time".formatted(count, what));
    }
}
