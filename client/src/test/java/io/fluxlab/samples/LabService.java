package io.fluxlab.samples;

import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a reactive service does with a lab, wherever that is. */
public final class LabService {

    private final Lab lab;

    public LabService(Lab lab) {
        this.lab = lab;
    }

    /** All primes up to a number, as fast as the caller asks for them. */
    public Flux<Long> primes(long to) {
        RunRequest request = RunRequest.of("primes", "parallel").with(Map.of("to", to, "method", "sieve"));
        return lab.run(request)
                .ofType(TaskItems.class)
                .concatMapIterable(TaskItems::items)
                .cast(Long.class);
    }

    /** The lane that a workload belongs on; empty where the rounds show too little to say. */
    public Mono<String> bestLane(String workload) {
        ComparisonRequest request = ComparisonRequest.of(workload)
                .on("immediate", "bounded-elastic", "parallel", "virtual")
                .rounds(5, 1);
        return lab.compare(request)
                .ofType(Verdict.class)
                .next()
                .mapNotNull(last -> last.verdict().recommended());
    }

    /** A run that ends itself when its time is up. */
    public Mono<Long> itemsWithin(Duration time, RunRequest request) {
        return lab.steer(request, Mono.delay(time).thenReturn(SteerCommand.CANCEL))
                .ofType(TaskItems.class)
                .map(event -> (long) event.items().size())
                .reduce(0L, Long::sum);
    }
}
