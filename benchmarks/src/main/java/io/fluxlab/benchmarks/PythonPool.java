package io.fluxlab.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** CPython's {@code multiprocessing.Pool} of two processes, started in both of its ways, in a process of its own. */
record PythonPool(Benchmark benchmark, Report report) {

    private static final List<String> METHODS = List.of("spawn", "fork");
    private static final int START = 0;
    private static final int TRIP = 1;

    void starts(int times) throws Exception {
        for (String method : isHere() ? METHODS : List.<String>of()) {
            String what = "yardstick: CPython's Pool(2) by %s, until both are ready".formatted(method);
            report.yardstick(benchmark, what, figures(method, times, 2, START, 1), Unit.SECONDS);
        }
    }

    void trips(int times, int tasks) throws Exception {
        for (String method : isHere() ? METHODS : List.<String>of()) {
            String what = "yardstick: the same in CPython's Pool(2), started by %s".formatted(method);
            report.yardstick(benchmark, what, figures(method, times, tasks, TRIP, 1e6), Unit.MICROSECONDS);
        }
    }

    private boolean isHere() {
        if (!Command.exists("python3")) {
            report.skipped(benchmark, "the same with CPython's multiprocessing.Pool", "no python3 here");
            return false;
        }
        return true;
    }

    private static Spread figures(String method, int times, int tasks, int line, double scale) throws Exception {
        String script = Path.of(System.getProperty("fluxlab.root", "."), "benchmarks", "process_pool.py")
                .toString();
        double[] figures = new double[times];
        for (int i = 0; i < times; i++) {
            List<String> answer = Command.run("python3", script, method, String.valueOf(tasks));
            figures[i] = Double.parseDouble(answer.get(line)) * scale;
        }
        return Spread.of(figures);
    }
}
