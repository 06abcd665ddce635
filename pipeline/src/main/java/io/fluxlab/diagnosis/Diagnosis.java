package io.fluxlab.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what limits a workload on a lane: the first cause, in their order, that something speaks for. Stateless. */
public final class Diagnosis {

    private static final List<Rule> RULES = List.of(
            new SilentTasks(),
            new Overflowed(),
            new NothingToDo(),
            new StarvedMachine(),
            new PinnedThreads(),
            new GarbageBound(),
            new SpinningThreads(),
            new SerialisedTasks(),
            new PoolExhausted(),
            new HopBound(),
            new LeftTheLane(),
            new CpuBound(),
            new WaitingTasks());

    /** Of fewer samples nothing is said. */
    private static final int LEAST_SAMPLES = 8;

    private Diagnosis() {}

    /** What the evidence shows. */
    public static Finding of(Evidence evidence) {
        List<Suspicion> found = new ArrayList<>();
        List<Cause> ruledOut = new ArrayList<>();
        for (Rule rule : RULES) {
            Optional<Suspicion> suspicion =
                    isKnownWithoutSamples(rule) || isSeen(evidence) ? rule.suspect(evidence) : Optional.empty();
            suspicion.ifPresentOrElse(found::add, () -> ruledOut.add(rule.cause()));
        }
        if (found.isEmpty()) {
            return new Finding(unknown(evidence), List.of(), isSeen(evidence) ? ruledOut : List.of(), null);
        }
        Suspicion first = found.get(0);
        List<Cause> others = found.stream().skip(1).map(Suspicion::cause).toList();
        return new Finding(first, others, ruledOut, Remedies.of(first, evidence).orElse(null));
    }

    private static Suspicion unknown(Evidence evidence) {
        Outline.Trouble failure = evidence.outline().failure();
        if (failure != null) {
            return Suspicion.of(Cause.UNKNOWN, "failed", 0)
                    .what(failure.message())
                    .at(failure.at())
                    .with("failed", evidence.outline().failed())
                    .with("tasks", evidence.outline().tasks());
        }
        return Suspicion.of(Cause.UNKNOWN, isSeen(evidence) ? "none" : goesOn(evidence) ? "too-long" : "too-short", 0);
    }

    private static boolean goesOn(Evidence evidence) {
        Outline.Silence silence = evidence.outline().silence();
        return silence != null && silence.how() == Outline.Silence.How.GO_ON;
    }

    private static boolean isSeen(Evidence evidence) {
        return evidence.samples().count() >= LEAST_SAMPLES;
    }

    private static boolean isKnownWithoutSamples(Rule rule) {
        return switch (rule.cause()) {
            case SILENT, OVERFLOW, NOTHING_TO_DO, POOL_EXHAUSTED, GARBAGE_BOUND, PINNED -> true;
            case STARVED_MACHINE, SPINNING, SERIALISED, HOP_BOUND, LEFT_THE_LANE, CPU_BOUND, WAITING, UNKNOWN -> false;
        };
    }
}
