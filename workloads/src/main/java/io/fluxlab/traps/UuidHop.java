package io.fluxlab.traps;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** To another thread and back for a call of a microsecond, since it might block (spring-security#8128). */
public final class UuidHop extends Trap<UuidHop.Parameters> {

    /**
     * How often.
     *
     * @param style which form of it
     * @param tasks how many tasks
     * @param calls how many identifiers each of them makes, one after the other
     */
    public record Parameters(
            @Param("as people wrote it, or put right") Style style,

            @Param(value = "how many tasks", min = 1, max = 10_000)
            int tasks,

            @Param(value = "how many identifiers a task makes, one after the other", min = 1, max = 1_000_000_000)
            int calls) {}

    public UuidHop() {
        super(
                "uuid-hop",
                "makes random UUIDs, each of them on another thread",
                Kind.CPU,
                new Parameters(Style.WRITTEN, 64, 2));
    }

    @Override
    public Optional<Parameters> corrected(Parameters parameters) {
        return parameters.style() == Style.WRITTEN
                ? Optional.of(new Parameters(Style.FIXED, parameters.tasks(), parameters.calls()))
                : Optional.empty();
    }

    @Override
    public Plan plan(Parameters parameters) {
        Mono<Integer> length =
                Mono.fromCallable(() -> UUID.randomUUID().toString().length());
        Workload<Repeated> body = Workload.builder(name()).body(call -> switch (parameters.style()) {
            case WRITTEN -> length.subscribeOn(Schedulers.boundedElastic());
            case FIXED -> length;
        });
        return body.plan(new Repeated(parameters.tasks(), parameters.calls()));
    }
}
