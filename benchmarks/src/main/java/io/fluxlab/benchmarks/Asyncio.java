package io.fluxlab.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Concurrent sleeps in CPython's asyncio, each number of them in a process of its own. */
record Asyncio(Benchmark benchmark, Report report) {

    void measure(int... numbers) throws Exception {
        if (!Command.exists("python3")) {
            report.skipped(benchmark, "the same in CPython's asyncio", "no python3 here");
            return;
        }
        for (int number : numbers) {
            String what = "yardstick: %,d of them in CPython's asyncio, ".formatted(number);
            List<String> answer = Command.run("python3", script(), String.valueOf(number));
            report.yardstick(benchmark, what + "time", figure(answer, 0), Unit.SECONDS);
            report.yardstick(benchmark, what + "memory of each", figure(answer, 1), Unit.BYTES);
        }
    }

    private static String script() {
        return Path.of(System.getProperty("fluxlab.root", "."), "benchmarks", "asyncio_sleeps.py")
                .toString();
    }

    private static Spread figure(List<String> answer, int line) {
        return Spread.of(Double.parseDouble(answer.get(line)));
    }
}
