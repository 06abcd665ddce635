package io.fluxlab.cli.figure;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Design;
import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.comparison.ComparisonEvent.Watching;
import io.fluxlab.diagnosis.Cause;
import io.fluxlab.diagnosis.Finding;
import io.fluxlab.diagnosis.Proof;
import io.fluxlab.diagnosis.Proof.Side;
import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.diagnosis.Suspicion;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.verdict.Calibration;
import io.fluxlab.verdict.LaneBehind;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.RunCost;
import io.fluxlab.verdict.Tally;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison as it could have been: parallel is twice as fast as immediate and calm, bounded-elastic as slow. */
public final class Samples {
    public static final List<String> LANES = List.of("immediate", "bounded-elastic", "parallel");

    private static final long MILLI = 1_000_000;

    private Samples() {}

    public static Report report(int rounds) {
        return report(rounds, Language.EN);
    }

    public static Report report(int rounds, Language language, LaneFigure... figures) {
        List<LaneFigure> columns = List.of(figures);
        return new Report(
                started(),
                verdict(rounds, language),
                14_800 * MILLI,
                ReportWords.in(language),
                columns,
                nothing(language));
    }

    /** A report in which parallel has a canary beside the bystander, too. */
    public static Report withCanary(int rounds, Language language) {
        List<LaneSample> samples = samples(rounds).stream()
                .map(sample -> sample.lane().equals("parallel") ? withCanary(sample) : sample)
                .toList();
        return new Report(
                started(),
                verdict(samples, language),
                14_800 * MILLI,
                ReportWords.in(language),
                List.of(),
                nothing(language));
    }

    /** A report in which parallel runs its tasks on other machines. */
    public static Report withNetwork(int rounds, Language language, LaneFigure... figures) {
        NetworkUse network = new NetworkUse(310_000L, 6_400, 640_000);
        List<LaneSample> samples = samples(rounds).stream()
                .map(sample -> sample.lane().equals("parallel") ? with(network, sample) : sample)
                .toList();
        return new Report(
                started(),
                verdict(samples, language),
                14_800 * MILLI,
                ReportWords.in(language),
                List.of(figures),
                nothing(language));
    }

    /** A report in which immediate falls behind a load that parallel bears. */
    public static Report underLoad(int rounds) {
        List<LaneSample> behind = samples(rounds).stream()
                .filter(sample -> sample.lane().equals("immediate"))
                .map(sample -> under(load(10, null), sample))
                .toList();
        LatencyProfile latency =
                new LatencyProfile(3 * MILLI, 2 * MILLI, 5 * MILLI, 9 * MILLI, 11 * MILLI, 12 * MILLI, 40);
        List<LaneSample> kept = samples(rounds).stream()
                .filter(sample -> sample.lane().equals("parallel"))
                .map(sample -> under(load(40, latency), sample))
                .toList();
        Verdict verdict = verdict(rounds);
        return new Report(
                started(),
                new Verdict(
                        verdict.lanes().subList(2, 3),
                        null,
                        "falls-behind",
                        null,
                        null,
                        "",
                        List.of(),
                        Stream.concat(behind.stream(), kept.stream()).toList(),
                        null,
                        List.of(),
                        List.of(LaneBehind.of("immediate", behind)),
                        null),
                14_800 * MILLI,
                ReportWords.in(Language.EN),
                List.of(),
                nothing(Language.EN));
    }

    private static LoadSummary load(int served, @Nullable LatencyProfile latency) {
        return new LoadSummary(
                40,
                served,
                0,
                0,
                0,
                null,
                latency != null,
                0,
                20,
                5,
                latency,
                null,
                null,
                new Latency(1, 2, 3, 4),
                List.of());
    }

    private static LaneSample under(LoadSummary load, LaneSample sample) {
        return new LaneSample(
                sample.lane(), sample.round(), sample.wallNanos(), sample.cost(), sample.bystander(), load);
    }

    private static LaneSample with(NetworkUse network, LaneSample sample) {
        return new LaneSample(
                sample.lane(),
                sample.round(),
                sample.wallNanos(),
                sample.cost(),
                sample.bystander(),
                null,
                null,
                network);
    }

    private static LaneSample withCanary(LaneSample sample) {
        Latency latency = new Latency(5 * MILLI, 20 * MILLI, 40 * MILLI, 50);
        CanaryReading timer = new CanaryReading(CanaryKind.TIMER, "parallel", true, latency);
        return new LaneSample(
                sample.lane(),
                sample.round(),
                sample.wallNanos(),
                sample.cost(),
                sample.bystander(),
                null,
                List.of(timer));
    }

    public static ComparisonStarted started() {
        return new ComparisonStarted(
                0,
                0,
                "comparison-1",
                "primes",
                Map.of("to", 3_000_000),
                16,
                LANES,
                "immediate",
                new Design(null, null, 15_000L, 42, null, 0.03),
                new Machine("Linux 6.1", "Some CPU", 2, "Some Vendor 25", 1 << 30));
    }

    public static Verdict verdict(int rounds) {
        return verdict(rounds, Language.EN);
    }

    private static Verdict verdict(int rounds, Language language) {
        return verdict(samples(rounds), language);
    }

    private static List<LaneSample> samples(int rounds) {
        List<LaneSample> samples = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            long drift = round % 3 * 4L * MILLI;
            samples.add(sample("immediate", round, 800 * MILLI + drift, 1, 401 * MILLI));
            samples.add(sample("bounded-elastic", round, (790L + round % 5 * 9L) * MILLI, 12, MILLI));
            samples.add(sample("parallel", round, 405 * MILLI + drift, 4, MILLI));
        }
        return samples;
    }

    private static Verdict verdict(List<LaneSample> samples, Language language) {
        return Tally.of(LANES, "immediate", samples)
                .findings(new Calibration(1, null))
                .in(VerdictWording.in(language), List.of());
    }

    private static LaneSample sample(String lane, int round, long wallNanos, int threads, long p99Nanos) {
        RunCost cost = new RunCost(800 * MILLI, 800.0 * MILLI / wallNanos, 12_345_678, threads, null, 0);
        Latency bystander = new Latency(p99Nanos / 2, p99Nanos, p99Nanos * 2, 100);
        return new LaneSample(lane, round, wallNanos, cost, bystander);
    }

    /** A report of lanes that were explained: immediate computes, and parallel helps. */
    public static Report explained(int rounds) {
        Report report = report(rounds);
        Suspicion suspicion = new Suspicion(
                Cause.CPU_BOUND, "computing", 1, null, List.of("com.acme.Primes.count(Primes.java:7)"), Map.of());
        Proof proof = Proof.of(Remedy.lane("parallel"), new Side(4, 0, 800L), new Side(4, 0, 400L), 0.5, 0.4, 0.6);
        return new Report(
                report.started(),
                report.verdict(),
                report.nanos(),
                report.words(),
                report.columns(),
                new ExplanationText(
                        List.of(
                                new Found(
                                        7,
                                        8,
                                        "immediate",
                                        new Finding(suspicion, List.of(), List.of(), proof.remedy()),
                                        "Tasks compute.",
                                        new Watching(1, 2, null, 3, 4)),
                                new Proved(8, 9, "immediate", proof, "parallel helps.")),
                        report.words()));
    }

    private static ExplanationText nothing(Language language) {
        return new ExplanationText(List.of(), ReportWords.in(language));
    }
}
