package io.fluxlab.traps;

import io.fluxlab.catalog.CpuWork;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Virtual threads that compute do not make way for those that would only like to wake up (ox#481). */
public final class BusyVirtual extends Trap<Timed> {

    private static final int NAPS = 6;

    public BusyVirtual() {
        super(
                "busy-virtual",
                "computes on virtual threads, beside one that sleeps six times for a moment",
                Kind.CPU,
                new Timed(Style.WRITTEN, 16, 10));
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
                        .label(task -> task == 0 ? "ticker" : "busy " + task)
                        .open(() -> WidePool.open("computing"))
                        .close(Scheduler::dispose)
                        .body(call ->
                                call.task() == 0 ? ticker(parameters.millis() / 2) : busy(parameters, call.shared())));
        return claiming(plan, atOnce -> WidePool.CLAIM);
    }

    private static Publisher<Integer> ticker(int millis) {
        return Mono.fromCallable(() -> {
            for (int nap = 0; nap < NAPS; nap++) {
                Thread.sleep(millis);
            }
            return NAPS;
        });
    }

    private static Publisher<Integer> busy(Timed parameters, Scheduler computing) {
        Mono<Integer> work = Mono.fromCallable(() -> CpuWork.burnMillis(parameters.millis()));
        return switch (parameters.style()) {
            case WRITTEN -> work;
            case FIXED -> work.subscribeOn(computing);
        };
    }
}
