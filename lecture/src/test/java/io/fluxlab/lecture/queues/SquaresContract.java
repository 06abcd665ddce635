package io.fluxlab.lecture.queues;

import io.fluxlab.lecture.queues.SquaresWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.Map;

/** What both ways to square keep. */
abstract class SquaresContract extends WorkloadContract<Parameters> {

    private final String way;

    SquaresContract(String way) {
        this.way = way;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new SquaresWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("way", way, "infile", "1 2 3\n", "limitMillis", 20_000);
    }

    final Written written(String infile, int limitMillis) {
        Map<String, Object> parameters = Map.of("way", way, "infile", infile, "limitMillis", limitMillis);
        return (Written) run("bounded-elastic", parameters).flatItems().get(0);
    }
}
