package io.fluxlab.history;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A process that keeps a run without an end until it is killed, and writes which event it has emitted. */
final class KeepingProcess {

    private KeepingProcess() {}

    public static void main(String[] args) {
        History history = History.open(HistorySettings.in(args[0]), new Origin("1.0", null))
                .block(Duration.ofMinutes(2));
        AtomicBoolean known = new AtomicBoolean();
        Flux<Object> events = Flux.concat(List.of(
                Flux.just(HistoryFixture.started(args[1])),
                Flux.interval(Duration.ofMillis(1), Schedulers.newSingle("events"))
                        .onBackpressureDrop()
                        .index((index, tick) -> HistoryFixture.items(index + 1, "an item of the run " + tick))
                        .doOnNext(event -> {
                            if (known.get() && event.seq() % 10 == 0) {
                                System.out.println(event.seq());
                            }
                        })));
        history.keep(HistoryFixture.submission(), "rita", events).block(Duration.ofMinutes(2));
        known.set(true);
        Flux.never().blockLast();
    }
}
