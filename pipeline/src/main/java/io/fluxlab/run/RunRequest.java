package io.fluxlab.run;

import io.fluxlab.load.Load;
import io.fluxlab.parameter.GivenParameters;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to run, as data. Immutable.
 *
 * @param workload the workload's name
 * @param parameters its parameters; null or missing ones are the workload's defaults
 * @param lane the lane's name
 * @param concurrency how many tasks run at once; null is the lane's default
 * @param bystander how often the bystander sends; null is {@link BystanderRate#DEFAULT}
 * @param hops whether tasks are followed from thread to thread; null is not
 * @param load how tasks arrive; null is all at once
 * @param placement of a pipeline's stages, in place of the lane; null is none
 * @param trace whether it is told what the tasks' threads did; null is not
 */
public record RunRequest(
        @Param("name of the workload") String workload,

        @Param("the workload's parameters") @Nullable Map<String, Object> parameters,

        @Param(value = "id of the lane", unless = "placement")
        String lane,

        @Param(value = "how many tasks run at once, the lane's default where it is missing", min = 1, max = 1_000_000)
        @Nullable
        Integer concurrency,

        @Param("whether and how often a bystander shares the home loop") @Nullable
        BystanderRate bystander,

        @Param(value = "milliseconds after which the run is cancelled", min = 1, max = 86_400_000) @Nullable
        Long runTimeMillis,

        @Param("whether tasks are followed from thread to thread, which they are not where it is missing") @Nullable
        Boolean hops,

        @Param("how tasks arrive, all at once where it is missing") @Nullable
        Load load,

        @Param(
                "where each stage of the workload's pipeline runs, stage@lane with commas between them, in place of a lane")
        @Nullable
        String placement,

        @Param("whether it is told what the tasks' threads did, which it is not where it is missing") @Nullable
        Boolean trace) {

    /** The fields of a request, for whoever reads one from plain values. */
    public static final Schema<RunRequest> SCHEMA = Schema.of("a run request", RunRequest.class);

    public RunRequest {
        @Nullable String given = lane;
        lane = given == null && placement != null ? placement : lane;
        parameters = parameters == null ? null : GivenParameters.of(parameters);
    }

    /** A run without a time of its own. */
    public RunRequest(
            String workload,
            @Nullable Map<String, Object> parameters,
            String lane,
            @Nullable Integer concurrency,
            @Nullable BystanderRate bystander) {
        this(workload, parameters, lane, concurrency, bystander, null, null, null, null, null);
    }

    /** A workload on a lane, with defaults for everything else. */
    public static RunRequest of(String workload, String lane) {
        return new RunRequest(workload, null, lane, null, null, null, null, null, null, null);
    }

    /** This request, where each task's way from thread to thread is told in the run's summary. */
    public RunRequest withHops() {
        return new RunRequest(
                workload, parameters, lane, concurrency, bystander, runTimeMillis, true, load, placement, trace);
    }

    /** This request, where it is told what the tasks' threads did. */
    public RunRequest withTrace() {
        return new RunRequest(
                workload, parameters, lane, concurrency, bystander, runTimeMillis, hops, load, placement, true);
    }

    /** This request with its stages placed: {@code fetch@event-loop,parse@parallel}. */
    public RunRequest placed(String newPlacement) {
        return new RunRequest(
                workload,
                parameters,
                newPlacement,
                concurrency,
                bystander,
                runTimeMillis,
                hops,
                load,
                newPlacement,
                trace);
    }

    /** This request with these parameters. */
    public RunRequest with(Map<String, Object> newParameters) {
        return new RunRequest(
                workload, newParameters, lane, concurrency, bystander, runTimeMillis, hops, load, placement, trace);
    }

    /** This request with at most so many tasks at once. */
    public RunRequest withConcurrency(int newConcurrency) {
        return new RunRequest(
                workload, parameters, lane, newConcurrency, bystander, runTimeMillis, hops, load, placement, trace);
    }

    /** This request with this bystander. */
    public RunRequest with(BystanderRate newBystander) {
        return new RunRequest(
                workload, parameters, lane, concurrency, newBystander, runTimeMillis, hops, load, placement, trace);
    }

    /** This request, where the run is cancelled after so many milliseconds. */
    public RunRequest withRunTimeMillis(long newRunTimeMillis) {
        return new RunRequest(
                workload, parameters, lane, concurrency, bystander, newRunTimeMillis, hops, load, placement, trace);
    }

    /** This request, whose tasks arrive like this. */
    public RunRequest under(Load newLoad) {
        return new RunRequest(
                workload, parameters, lane, concurrency, bystander, runTimeMillis, hops, newLoad, placement, trace);
    }
}
