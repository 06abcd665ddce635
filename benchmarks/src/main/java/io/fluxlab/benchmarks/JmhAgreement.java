package io.fluxlab.benchmarks;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.verdict.LaneVerdict;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Whether a comparison finds the same as JMH: the time of the same tasks on one thread for each CPU, until the last one has
 * ended, over their time one after the other.
 */
final class JmhAgreement implements Benchmark {

    private final Lab lab = LocalLab.create();

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        for (String workload : List.of("count", "digest")) {
            Pairs ratios = Pairs.of(0, size.pick(1, 5), () -> labRatio(workload, size), () -> jmhRatio(workload, size));
            report.yardstick(
                    this,
                    "yardstick: `parallel` over `immediate` on `%s` in JMH".formatted(workload),
                    ratios.ofOther(),
                    Unit.RATIO);
            report.yardstick(this, "the same in a comparison", ratios.ofOne(), Unit.RATIO);
            report.figure(
                    this,
                    "that ratio over JMH's, `%s`".formatted(workload),
                    ratios.ratio(),
                    Unit.RATIO,
                    Target.within(0.95, 1.05));
        }
    }

    private double labRatio(String workload, Size size) {
        ComparisonRequest request = ComparisonRequest.of(workload)
                .with(Kernel.parameters(workload))
                .on("immediate", "parallel")
                .rounds(size.pick(1, 10), size.pick(0, 3));
        if (lab.compare(request).blockLast() instanceof ComparisonEvent.Verdict end) {
            LaneVerdict parallel = end.verdict().lanes().getLast();
            return parallel.standing().ratio();
        }
        throw new IllegalStateException("no verdict on " + request);
    }

    private static double jmhRatio(String workload, Size size) throws RunnerException {
        return millis("parallel", workload, size) / millis("immediate", workload, size);
    }

    private static double millis(String lane, String workload, Size size) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(Kernel.class.getName() + "." + lane + "$")
                .param("workload", workload)
                .warmupTime(TimeValue.milliseconds(size.pick(100, 1000)))
                .measurementTime(TimeValue.milliseconds(size.pick(100, 1000)))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
    }
}
