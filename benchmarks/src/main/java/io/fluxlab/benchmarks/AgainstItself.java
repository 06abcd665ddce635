package io.fluxlab.benchmarks;

import io.fluxlab.cli.code.Code;
import io.fluxlab.cli.code.CodeMaker;
import io.fluxlab.cli.code.CodeName;
import io.fluxlab.cli.code.CodePath;
import io.fluxlab.comparison.Comparison;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.Variant;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often {@code compare --against} calls a change slower: where there is none, by mistake, and where it takes 5 % more
 * steps, rightly.
 */
final class AgainstItself implements Benchmark {

    private static final int STEPS = 20_000;
    private static final int MORE_STEPS = STEPS * 105 / 100;

    @Override
    public String name() {
        return "against";
    }

    /** How long a comparison goes on: as a user's does, or only to see that it runs. */
    private record Effort(
            @Nullable Integer rounds, @Nullable Long maxTimeMillis) {}

    /** What both variants call. */
    public static long steps(int steps) {
        long x = steps;
        for (int i = 0; i < steps; i++) {
            x = x * 31 + (x >>> 7);
        }
        return x;
    }

    @Override
    public void measure(Size size, Report report) {
        int comparisons = size.pick(1, 100);
        Effort effort = size == Size.SHORT ? new Effort(1, null) : new Effort(null, 60_000L);
        report.figure(
                this,
                "the same code against itself: part of %d comparisons called slower".formatted(comparisons),
                slower(STEPS, comparisons, effort),
                Unit.RATIO,
                Target.atMost(0.05));
        report.figure(
                this,
                "5 %% more steps: part of %d comparisons called slower".formatted(comparisons),
                slower(MORE_STEPS, comparisons, effort),
                Unit.RATIO,
                Target.atLeast(0.95));
    }

    private static Spread slower(int steps, int comparisons, Effort effort) {
        Workload<?> base = calls(STEPS, "-base");
        Workload<?> changed = calls(steps, "-new");
        LocalLab lab = LocalLab.builder().workload(base).workload(changed).build();
        long slower = IntStream.range(0, comparisons)
                .filter(each -> isSlower(lab, base, changed, effort))
                .count();
        return Spread.of(new double[] {(double) slower / comparisons});
    }

    private static Workload<?> calls(int steps, String ending) {
        CodeName name = CodeName.parse(AgainstItself.class.getName() + "::steps");
        return CodeMaker.workload(Code.read(name, List.of(String.valueOf(steps)), ""), CodePath.ofJvm(), ending);
    }

    private static boolean isSlower(LocalLab lab, Workload<?> base, Workload<?> changed, Effort effort) {
        ComparisonEvent last = lab.compare(Comparison.of(base)
                        .on("parallel")
                        .with(Map.of("tasks", 8, "calls", 200))
                        .rounds(effort.rounds(), null)
                        .isolatedWarm()
                        .maxTimeMillis(effort.maxTimeMillis())
                        .variants(Variant.of("base", base.name()), Variant.of("new", changed.name())))
                .blockLast();
        return last instanceof ComparisonEvent.Verdict verdict
                && verdict.verdict().lanes().stream().anyMatch(lane -> lane.outcome() == Outcome.SLOWER);
    }
}
