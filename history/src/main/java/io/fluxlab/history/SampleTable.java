package io.fluxlab.history;

import io.fluxlab.history.Database.Sql;
import reactor.core.publisher.Flux;

/** The figures of single runs of lanes. Thread-safe. */
final class SampleTable {

    private final Database database;

    SampleTable(Database database) {
        this.database = database;
    }

    /** What adds a sample. */
    static Sql insert(String run, int position, Sample sample) {
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

    /** Those of a run, in the order in which they were measured. */
    Flux<Sample> of(String run) {
        return database.rows(
                Sql.of("select * from kept_sample where run = $1 order by position", run),
                row -> new Sample(
                        String.valueOf(row.get("lane", String.class)),
                        (int) RunRow.number(row.get("round", Integer.class)),
                        RunRow.number(row.get("figure_nanos", Long.class)),
                        RunRow.number(row.get("wall_nanos", Long.class)),
                        RunRow.number(row.get("cpu_nanos", Long.class)),
                        RunRow.number(row.get("allocated_bytes", Long.class)),
                        (int) RunRow.number(row.get("threads", Integer.class)),
                        row.get("bystander_p99_nanos", Long.class)));
    }
}
