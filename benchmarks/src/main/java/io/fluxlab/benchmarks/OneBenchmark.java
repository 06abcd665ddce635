package io.fluxlab.benchmarks;

/** Runs one benchmark in this JVM. */
public final class OneBenchmark {

    private OneBenchmark() {}

    /** Expects a name and a {@link Size}. */
    public static void main(String[] arguments) {
        try {
            Benchmark benchmark = All.named(arguments[0]).orElseThrow();
            Size size = Size.valueOf(arguments[1]);
            benchmark.measure(size, new Report(System.out, size));
            System.exit(0);
        } catch (Throwable e) { // also an error must end the process and all its threads
            e.printStackTrace();
            System.exit(1);
        }
    }
}
