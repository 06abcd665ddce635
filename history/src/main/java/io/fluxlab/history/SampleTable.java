package io.fluxlab.history;

import io.fluxlab.history.Database.Sql;

/** The figures of single runs of lanes. Stateless. */
final class SampleTable {

    private SampleTable() {}

    /** What adds a sample. */
    static Sql insert(String run, int position, SampleRow sample) {
        return Sql.of(
                "insert into kept_sample (run, position, lane, round, figure_nanos, wall_nanos, cpu_nanos, allocated_bytes, threads,"
                        + " bystander_p99_nanos) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                run,
                position,
                sample.lane(),
                sample.round(),
                sample.figureNanos(),
                sample.wallNanos(),
                sample.cpuNanos(),
                sample.allocatedBytes(),
                sample.threads(),
                RunTable.value(sample.bystanderP99Nanos(), Long.class));
    }
}
