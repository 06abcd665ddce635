package io.fluxlab.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber tells a run that goes on. Immutable.
 *
 * @param command what to do
 * @param value the new concurrency, for {@link Command#CONCURRENCY} only
 */
public record SteerCommand(
        @Param("what to do") Command command,

        @Param(value = "the new concurrency", min = 1, max = 1_000_000) @Nullable
        Integer value) {

    /** The fields of a command, for whoever reads one from plain values. */
    public static final Schema<SteerCommand> SCHEMA = Schema.of("a steer command", SteerCommand.class);

    public static final SteerCommand PAUSE = new SteerCommand(Command.PAUSE, null);
    public static final SteerCommand RESUME = new SteerCommand(Command.RESUME, null);
    public static final SteerCommand CANCEL = new SteerCommand(Command.CANCEL, null);

    public SteerCommand {
        check(command, value);
    }

    /**
     * Checks that a command has what it needs.
     *
     * @throws InvalidRequestException where the command needs a value and has none
     */
    public static void check(Command command, @Nullable Integer value) {
        if (command == Command.CONCURRENCY && value == null) {
            throw InvalidRequestException.of(
                    "value", null, "value is missing: the command concurrency needs a number of at least 1");
        }
    }

    /** Lets at most {@code value} tasks run at once from now on. */
    public static SteerCommand concurrency(int value) {
        return new SteerCommand(Command.CONCURRENCY, value);
    }

    /** This command, for no more tasks at once than these. */
    public SteerCommand atMost(int most) {
        return value == null || value <= most ? this : new SteerCommand(command, most);
    }

    /** What can be told. */
    public enum Command {
        /** Start no task and ask running ones for no more items. */
        @JsonProperty("pause")
        PAUSE,
        /** Go on. */
        @JsonProperty("resume")
        RESUME,
        /** End the run: running tasks fail with the code {@code cancelled}. */
        @JsonProperty("cancel")
        CANCEL,
        /** Change how many tasks run at once. */
        @JsonProperty("concurrency")
        CONCURRENCY;

        /** The command's name on the wire. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
