package io.fluxlab.spring;

import io.fluxlab.claim.Claim;
import io.fluxlab.lab.RunLimits;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an application sets of its lab, as {@code fluxlab.*}. Immutable.
 *
 * @param verdicts how many verdicts the lab remembers, the newest ones, for the Actuator's endpoint
 * @param stopWithin how long an application that stops waits for runs and comparisons that go on, before it ends them
 * @param watchLoops whether the loops of the application's own server are watched while the lab runs something
 * @param limits what runs may take
 * @param rsocket the lab's routes in the application's RSocket server
 */
@ConfigurationProperties("fluxlab")
public record LabProperties(
        @DefaultValue("20") int verdicts,
        @DefaultValue("10s") Duration stopWithin,
        @DefaultValue("true") boolean watchLoops,
        @DefaultValue Limits limits,
        @DefaultValue RSocket rsocket) {

    public LabProperties {
        atLeast("verdicts", 0, verdicts);
        if (stopWithin.isNegative()) {
            throw new IllegalArgumentException("fluxlab.stop-within must be at least 0s, was " + stopWithin);
        }
    }

    /**
     * Bounds on what runs may take. Immutable.
     *
     * @param runs how many runs and comparisons go on at once
     * @param tasksPerRun how many tasks a run may have
     * @param runTime after which a run is cancelled, and a comparison starts no new round
     * @param heap how much live heap all runs may claim together; no bound where it is missing
     * @param threads how many threads all runs may claim together; no bound where it is missing
     * @param descriptors how many open files and sockets all runs may claim together; no bound where it is missing
     */
    public record Limits(
            @DefaultValue("4") int runs,
            @DefaultValue("100000") int tasksPerRun,
            @DefaultValue("10m") Duration runTime,
            @Nullable DataSize heap,
            @Nullable Integer threads,
            @Nullable Integer descriptors) {

        public Limits {
            atLeast("limits.runs", 1, runs);
            atLeast("limits.tasks-per-run", 1, tasksPerRun);
            if (runTime.isNegative() || runTime.isZero()) {
                throw new IllegalArgumentException("fluxlab.limits.run-time must be longer than 0s, was " + runTime);
            }
            if (heap != null) {
                atLeast("limits.heap", 1, heap.toBytes());
            }
            if (threads != null) {
                atLeast("limits.threads", 1, threads);
            }
            if (descriptors != null) {
                atLeast("limits.descriptors", 1, descriptors);
            }
        }

        RunLimits perRun() {
            Claim atOnce = new Claim(
                    heap == null ? Long.MAX_VALUE : heap.toBytes(),
                    threads == null ? Long.MAX_VALUE : threads,
                    descriptors == null ? Long.MAX_VALUE : descriptors,
                    Claim.Children.ANY);
            return new RunLimits(tasksPerRun, Optional.of(runTime), atOnce);
        }
    }

    /**
     * The lab's routes in the application's RSocket server. Immutable.
     *
     * @param enabled whether there are any: whoever reaches the server can then start runs
     */
    public record RSocket(@DefaultValue("false") boolean enabled) {}

    private static void atLeast(String name, long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException("fluxlab.%s must be at least %d, was %d".formatted(name, least, value));
        }
    }
}
