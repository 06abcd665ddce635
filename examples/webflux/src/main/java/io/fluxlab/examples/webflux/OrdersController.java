package io.fluxlab.examples.webflux;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the service does, over HTTP and RSocket, and what its lab says about that. Thread-safe. */
@RestController
class OrdersController {

    private final PriceList prices;
    private final Lab lab;

    OrdersController(PriceList prices, Lab lab) {
        this.prices = prices;
        this.lab = lab;
    }

    /** The service's own work. */
    @PostMapping("/prices")
    @MessageMapping("prices")
    Mono<BigDecimal> price(@RequestBody Order order) {
        return Mono.fromCallable(() -> prices.price(order));
    }

    /** The events of a run as they happen. Who hangs up ends the run. */
    @GetMapping(path = "/runs/{workload}/{lane}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<RunEvent> run(
            @PathVariable String workload, @PathVariable String lane, @RequestParam(defaultValue = "64") int tasks) {
        return lab.run(RunRequest.of(workload, lane).with(Map.of("tasks", tasks)));
    }

    /** The lane that a workload belongs on. */
    @GetMapping("/best/{workload}")
    Mono<Best> best(@PathVariable String workload) {
        ComparisonRequest request = ComparisonRequest.of(workload)
                .on("immediate", "bounded-elastic", "parallel", "virtual")
                .rounds(5, 1);
        return lab.compare(request)
                .ofType(ComparisonEvent.Verdict.class)
                .next()
                .map(last ->
                        new Best(last.verdict().recommended(), last.verdict().reason()));
    }

    /** What the lab recommends, and why. */
    record Best(@Nullable String lane, String reason) {}
}
