package io.fluxlab.traps;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Far more virtual threads than a pool has connections, each of which waits only so long for one (quarkus#55011). */
public final class FewPermits extends Trap<FewPermits.Parameters> {

    /**
     * How many go for how much.
     *
     * @param tasks how many requests come at once
     * @param connections how many connections the pool has
     * @param millis how long a request needs its connection, in milliseconds
     * @param patienceMillis how long a request waits for one, in milliseconds, before it fails
     */
    public record Parameters(
            @Param(value = "how many requests come at once", min = 1, max = 100_000)
            int tasks,

            @Param(value = "how many connections the pool has", min = 1, max = 10_000)
            int connections,

            @Param(value = "milliseconds that a request needs its connection", min = 1, max = 3_600_000)
            int millis,

            @Param(value = "milliseconds that a request waits for one before it fails", min = 1, max = 3_600_000)
            int patienceMillis) {}

    public FewPermits() {
        super(
                "few-permits",
                "five hundred requests at once go for the sixteen connections of a pool",
                Kind.BLOCKING,
                new Parameters(500, 16, 10, 120));
    }

    @Override
    public Plan plan(Parameters parameters) {
        return tasks(
                parameters.tasks(),
                Workload.builder(name())
                        .open(() -> new Semaphore(parameters.connections()))
                        .body(call -> query(call.shared(), parameters)));
    }

    private static Publisher<Boolean> query(Semaphore connections, Parameters parameters) {
        return Mono.fromCallable(() -> {
            if (!connections.tryAcquire(parameters.patienceMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "no connection of the pool became free within " + parameters.patienceMillis() + " ms");
            }
            try {
                Thread.sleep(parameters.millis());
                return true;
            } finally {
                connections.release();
            }
        });
    }
}
