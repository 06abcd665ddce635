package io.fluxlab.traps;

import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A handler that blocks holds a loop of the server, and all connections of that loop with it (reactor-netty#1032). */
public final class BlockedHandler extends Trap<Timed> {

    public BlockedHandler() {
        super(
                "blocked-handler",
                "asks a server whose handler blocks on the event loop that it was called on",
                Kind.MIXED,
                new Timed(Style.WRITTEN, 16, 20));
    }

    @Override
    public Optional<Timed> corrected(Timed parameters) {
        return parameters.corrected();
    }

    @Override
    public Plan plan(Timed parameters) {
        Plan plan = tasks(
                parameters.tasks(),
                Workload.builder(name())
                        .openAsync(() -> Gateway.open(parameters.tasks(), false, calls -> handle(parameters, calls)))
                        .closeAsync(Gateway::closing)
                        .body(call -> call.shared().ask("/" + call.task())));
        return claiming(plan, Gateway::claim);
    }

    private static Mono<String> handle(Timed parameters, LoopCalls calls) {
        Mono<String> answer = Mono.fromCallable(() -> calls.call(() -> {
            Thread.sleep(parameters.millis());
            return "answer";
        }));
        return switch (parameters.style()) {
            case WRITTEN -> answer;
            case FIXED -> answer.subscribeOn(Schedulers.boundedElastic());
        };
    }
}
