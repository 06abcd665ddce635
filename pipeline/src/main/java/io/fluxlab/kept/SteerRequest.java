package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import io.fluxlab.run.SteerCommand;
import org.jspecify.annotations.Nullable;

/**
 * What a submitted run that goes on is told. Immutable.
 *
 * @param run the run's id
 * @param command what to do; whatever is not a run can be told to end, and nothing else
 * @param value the new concurrency, for {@link SteerCommand.Command#CONCURRENCY} only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SteerRequest(
        @Param(value = "id of the run", max = 100) String run,

        @Param("what to do") SteerCommand.Command command,

        @Param(value = "the new concurrency", min = 1, max = 1_000_000) @Nullable
        Integer value) {

    /** The fields of a request, for whoever reads one from plain values. */
    public static final Schema<SteerRequest> SCHEMA = Schema.of("a steer request", SteerRequest.class);

    /** @throws io.fluxlab.error.InvalidRequestException where the command needs a value and has none */
    public SteerRequest {
        SteerCommand.check(command, value);
    }

    /** A run of this id that is told this. */
    public static SteerRequest of(String run, SteerCommand command) {
        return new SteerRequest(run, command.command(), command.value());
    }

    /** What the run is told. */
    public SteerCommand told() {
        return new SteerCommand(command, value);
    }
}
