package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.ServerLimits;
import io.fluxlab.testing.HostileRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the dearest request costs a served lab, and what others notice of four connections that send such requests. */
final class WorstRequest implements Benchmark {

    private static final int ATTACKERS = 4;
    private static final int REQUESTS = 60;

    /** What a request's route takes of the largest one that a server reads. */
    private static final int METADATA = 64;

    private final int bytes = ServerLimits.defaults().transport().requests().requestBytes() - METADATA;
    private final List<HostileRequest> requests = HostileRequest.all(bytes);

    @Override
    public String name() {
        return "worst-request";
    }

    @Override
    public void measure(Size size, Report report) {
        try (Served served = Served.over(
                LocalLab.builder().limits(ServerLimits.defaults().perRun()).build())) {
            List<Cost> costs = costs(served, size.pick(3, 200));
            Cost worst = costs.getLast();
            String what = "the dearest of %d requests of 64 KB, there and back: ".formatted(costs.size());
            report.figure(this, what + worst.shape, worst.millis, Unit.MILLISECONDS, Target.atMost(5));
            report.yardstick(
                    this, "the same of one that is all right", legal(served, size.pick(3, 200)), Unit.MILLISECONDS);
            report.yardstick(
                    this, "`lab.lanes`, p99, nobody else there", waits(served, size.pick(20, 1000)), Unit.MILLISECONDS);
            Disposable attack = attack(served);
            Spread attacked = waits(served, size.pick(20, 1000));
            attack.dispose();
            report.figure(
                    this,
                    "`lab.lanes`, p99, while %d connections send %d of them at once, again and again"
                            .formatted(ATTACKERS, REQUESTS),
                    attacked,
                    Unit.MILLISECONDS,
                    Target.atMost(50));
        }
    }

    /** Of a shape, over all times it was sent. */
    private record Cost(String shape, Spread millis) {}

    /** The dearest last. */
    private List<Cost> costs(Served served, int times) {
        try (RawClient client = RawClient.of(served.server().address())) {
            return requests.stream()
                    .map(request ->
                            new Cost(request.shape(), millis(times, client.ask(request.route(), request.json()))))
                    .sorted(Comparator.comparingDouble(cost -> cost.millis.median()))
                    .toList();
        }
    }

    private Spread legal(Served served, int times) {
        try (RawClient client = RawClient.of(served.server().address())) {
            return millis(times, client.ask("lab.run", HostileRequest.legal(bytes)));
        }
    }

    private static Spread millis(int times, Mono<Void> exchange) {
        double[] millis = new double[2 * times];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            exchange.block();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return Spread.of(Arrays.copyOfRange(millis, times, millis.length)); // the first half is to warm up
    }

    private Disposable attack(Served served) {
        List<RawClient> attackers = Stream.generate(
                        () -> RawClient.of(served.server().address()))
                .limit(ATTACKERS)
                .toList();
        return Flux.fromIterable(attackers)
                .flatMap(attacker -> Flux.range(0, REQUESTS)
                        .map(i -> requests.get(i % requests.size()))
                        .flatMap(request -> attacker.ask(request.route(), request.json()), REQUESTS)
                        .repeat())
                .doFinally(signal -> attackers.forEach(RawClient::close))
                .subscribe(nothing -> {}, error -> {});
    }

    /** The 99th percentile of what a good client waits for a list, five times. */
    private static Spread waits(Served served, int looks) {
        double[] p99 = new double[5];
        for (int i = 0; i < p99.length; i++) {
            List<Double> millis = new ArrayList<>();
            for (int look = 0; look < looks; look++) {
                long start = System.nanoTime();
                served.client().lanes().blockLast();
                millis.add((System.nanoTime() - start) / 1e6);
            }
            millis.sort(Comparator.naturalOrder());
            p99[i] = millis.get(looks * 99 / 100);
        }
        return Spread.of(p99);
    }
}
