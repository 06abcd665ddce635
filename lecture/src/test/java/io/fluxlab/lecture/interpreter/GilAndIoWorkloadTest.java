package io.fluxlab.lecture.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.interpreter.GilAndIoWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GilAndIoWorkloadTest extends WorkloadContract<Parameters> {

    private static final Map<String, Object> CONVOY = Map.of("ioTasks", 4, "calls", 8, "ioMillis", 2, "cpuTasks", 1);

    @Override
    protected Workload<Parameters> workload() {
        return new GilAndIoWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("ioTasks", 3, "calls", 4, "ioMillis", 1, "cpuTasks", 2);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("ioTasks", 2, "calls", 100_000, "ioMillis", 3_600_000, "cpuTasks", 2);
    }

    @Override
    protected Object lasting(Object item) {
        return item instanceof Waits waits ? List.of(waits.role(), waits.calls()) : ((Computed) item).role();
    }

    @Test
    void endsAlsoWhereVirtualThreadsComputeOnEveryCarrier() {
        int carriers = Runtime.getRuntime().availableProcessors();

        assertThat(run("virtual", Map.of("ioTasks", 3, "calls", 4, "ioMillis", 1, "cpuTasks", 2 * carriers))
                        .flatItems())
                .hasSize(3 + 2 * carriers);
    }

    @Test
    void oneWaitsForTheLockAboutAsLongAsTheSwitchIntervalIs() {
        double brief = median(run("gil:switchMillis=1", CONVOY));
        double tall = median(run("gil:switchMillis=40", CONVOY));

        assertThat(tall).isGreaterThan(8 * brief);
    }

    @Test
    void nobodyWaitsForALockWhereThereIsNone() {
        double free = median(run("bounded-elastic", CONVOY));
        double locked = median(run("gil:switchMillis=40", CONVOY));

        assertThat(locked).isGreaterThan(8 * free);
    }

    @Test
    void nobodyWaitsForTheLockWhereNobodyComputes() {
        double alone = median(run("gil:switchMillis=40", Map.of("ioTasks", 4, "calls", 8, "cpuTasks", 0)));
        double beside = median(run("gil:switchMillis=40", CONVOY));

        assertThat(beside).isGreaterThan(8 * alone);
    }

    @Test
    void thoseThatComputeGoOnMeanwhile() {
        RunLog run = run("gil", Map.of("ioTasks", 4, "calls", 8, "cpuTasks", 3));

        assertThat(run.flatItems().subList(4, 7))
                .allSatisfy(item -> assertThat(((Computed) item).steps()).isPositive());
    }

    /** Of the medians, so that one bad moment of the machine does not decide. */
    private static double median(RunLog run) {
        List<Double> medians = run.flatItems().stream()
                .filter(Waits.class::isInstance)
                .map(item -> ((Waits) item).p50Millis())
                .sorted()
                .toList();
        return medians.get(medians.size() / 2);
    }
}
