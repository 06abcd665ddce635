package io.fluxlab.traps;

import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code Mono.just(load())} calls before there is a {@code Mono}, whatever scheduler comes behind it (BlockHound#160). */
public final class EagerJust extends Trap<Timed> {

    public EagerJust() {
        super(
                "eager-just",
                "makes a blocking call inside Mono.just, with subscribeOn behind it, which comes too late",
                Kind.BLOCKING,
                new Timed(Style.WRITTEN, 8, 20));
    }

    @Override
    public Optional<Timed> corrected(Timed parameters) {
        return parameters.corrected();
    }

    @Override
    public Plan plan(Timed parameters) {
        return tasks(parameters.tasks(), Workload.builder(name()).body(call -> switch (parameters.style()) {
            case WRITTEN -> Mono.just(load(parameters.millis())).subscribeOn(Schedulers.boundedElastic());
            case FIXED -> Mono.fromCallable(() -> load(parameters.millis())).subscribeOn(Schedulers.boundedElastic());
        }));
    }

    private static int load(int millis) throws InterruptedException {
        Thread.sleep(millis);
        return 1;
    }
}
