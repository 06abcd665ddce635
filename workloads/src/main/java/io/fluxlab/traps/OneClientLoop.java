package io.fluxlab.traps;

import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import io.netty.channel.EventLoop;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Connections that one loop of the client asks for all stay on that loop, and the others idle (reactor-netty#1954). */
public final class OneClientLoop extends Trap<Timed> {

    public OneClientLoop() {
        super(
                "one-client-loop",
                "forwards requests from one loop, on which all connections of the client stay",
                Kind.MIXED,
                new Timed(Style.WRITTEN, 16, 10));
    }

    @Override
    public Optional<Timed> corrected(Timed parameters) {
        return parameters.corrected();
    }

    /** The gateway, and the loop from which all requests are forwarded. */
    private record Forwarding(Gateway gateway, Scheduler loop) {

        static Forwarding of(Gateway gateway) {
            EventLoop first = gateway.clientLoops().onClient(false).next();
            return new Forwarding(gateway, Schedulers.fromExecutor(first));
        }
    }

    @Override
    public Plan plan(Timed parameters) {
        boolean isColocated = parameters.style() == Style.WRITTEN;
        Plan plan = tasks(
                parameters.tasks(),
                Workload.builder(name())
                        .openAsync(() -> Gateway.open(parameters.tasks(), isColocated, calls -> Mono.just("answer"))
                                .map(Forwarding::of))
                        .closeAsync(forwarding -> forwarding.gateway().closing())
                        .body(call -> forward(call.shared(), call.task(), parameters.millis())));
        return claiming(plan, Gateway::claim);
    }

    private static Mono<Integer> forward(Forwarding forwarding, int task, int millis) {
        return forwarding
                .gateway()
                .ask("/" + task)
                .flatMap(answer ->
                        Mono.fromCallable(() -> forwarding.gateway().calls().call(() -> noted(answer, millis))))
                .subscribeOn(forwarding.loop());
    }

    /** Writes a line of a log, and waits for the disk. */
    private static int noted(String answer, int millis) throws InterruptedException {
        Thread.sleep(millis);
        return answer.length();
    }
}
