package io.fluxlab.benchmarks;

import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How long a run of a served lab lets one wait for its first event where many others begin with it. */
final class FirstEvent implements Benchmark {

    private static final int MANY = 300;

    @Override
    public String name() {
        return "first-event";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int millis = size.pick(200, 5_000);
        List<Crowd> together = new ArrayList<>();
        List<Crowd> unwatched = new ArrayList<>();
        List<Crowd> alone = new ArrayList<>();
        try (CrowdedLab lab = CrowdedLab.forRuns(MANY)) {
            for (int time = size.pick(0, -1); time < size.pick(1, 5); time++) {
                Crowd crowd = lab.run(MANY, request(millis, BystanderRate.DEFAULT));
                if (time >= 0) {
                    together.add(crowd);
                    unwatched.add(lab.run(MANY, request(millis, BystanderRate.NONE)));
                    alone.add(lab.run(1, request(millis, BystanderRate.DEFAULT)));
                }
            }
        }
        String what = "a run's first event, %d runs at once".formatted(MANY);
        report.figure(this, what + ", p50", spread(together, Crowd::medianSeconds), Unit.SECONDS, Target.atMost(1));
        report.yardstick(this, what + ", the last one's", spread(together, Crowd::lastSeconds), Unit.SECONDS);
        report.yardstick(
                this, what + ", p50 without bystanders", spread(unwatched, Crowd::medianSeconds), Unit.SECONDS);
        report.yardstick(
                this, "the first event of a run that is alone", spread(alone, Crowd::lastSeconds), Unit.SECONDS);
        bystander(report, "where %d runs go on".formatted(MANY), together);
        bystander(report, "in the run that is alone", alone);
    }

    private void bystander(Report report, String where, List<Crowd> crowds) {
        report.yardstick(
                this, "the bystander's period " + where, spread(crowds, Crowd::periodMillis), Unit.MILLISECONDS);
        report.yardstick(
                this, "the bystander's p50 " + where, spread(crowds, Crowd::bystanderMillis), Unit.MILLISECONDS);
    }

    private static RunRequest request(int millis, BystanderRate bystander) {
        return RunRequest.of("sleep", "virtual")
                .with(Map.of("tasks", 1, "minMillis", millis, "maxMillis", millis, "style", "async"))
                .with(bystander);
    }

    private static Spread spread(List<Crowd> crowds, ToDoubleFunction<Crowd> figure) {
        return Spread.of(crowds.stream().mapToDouble(figure).toArray());
    }
}
