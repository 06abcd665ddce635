package io.fluxlab.traps;

import io.fluxlab.catalog.CpuWork;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Passwords are hashed on the scheduler that also drives every timer (spring-security#5406). */
public final class SharedTimer extends Trap<Timed> {

    /** One task in so many is a heartbeat. */
    private static final int HEARTBEATS = 8;

    private static final int BEATS = 14;

    public SharedTimer() {
        super(
                "shared-timer",
                "hashes passwords on the scheduler that drives the timers of heartbeats",
                Kind.CPU,
                new Timed(Style.WRITTEN, 16, 10));
    }

    /** The scheduler that drives the timers, and one for nothing but passwords. */
    private record Pools(Scheduler timers, Scheduler passwords) {

        void close() {
            timers.dispose();
            passwords.dispose();
        }
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
                        .label(task -> isHeartbeat(task) ? "heartbeat" : "login " + task)
                        .open(() -> new Pools(WidePool.open("shared-parallel"), WidePool.open("passwords")))
                        .close(Pools::close)
                        .body(call -> isHeartbeat(call.task())
                                ? beats(parameters.millis(), call.shared().timers())
                                : login(parameters, call.shared())));
        return claiming(plan, atOnce -> WidePool.CLAIM.times(2));
    }

    private static boolean isHeartbeat(int task) {
        return task % HEARTBEATS == 0;
    }

    private static Mono<Integer> beats(int millis, Scheduler timer) {
        return Mono.delay(Duration.ofMillis(millis), timer).repeat(BEATS - 1).then(Mono.just(BEATS));
    }

    private static Publisher<Integer> login(Timed parameters, Pools schedulers) {
        Scheduler scheduler = switch (parameters.style()) {
            case WRITTEN -> schedulers.timers();
            case FIXED -> schedulers.passwords();
        };
        return Mono.fromCallable(() -> CpuWork.burnMillis(parameters.millis())).subscribeOn(scheduler);
    }
}
