package io.fluxlab.run;

import io.fluxlab.loop.Bystander;
import io.fluxlab.loop.HomeLoop;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The threads that every run has: the home loop, the loop that observes the run from outside, and the one that drives the
 * bystander and does nothing else, so that nothing but the home loop can hold the bystander up.
 */
record Loops(
        HomeLoop home,
        HomeLoop observer,
        HomeLoop driver,
        @Nullable Bystander bystander) {

    /** Opens the loops and connects the bystander. Starts at subscription; what an error or cancel leaves is closed. */
    static Mono<Loops> open(String lane, BystanderRate rate) {
        return Mono.defer(() -> {
            Loops loops = new Loops(
                    HomeLoop.open(lane + "-home"),
                    HomeLoop.open(lane + "-observer"),
                    HomeLoop.open(lane + "-bystander"),
                    null);
            return loops.withBystander(rate)
                    .onErrorResume(error -> loops.close().then(Mono.error(error)));
        });
    }

    /** Ends the threads. Starts at subscription. */
    Mono<Void> close() {
        Mono<Void> quiet = bystander == null ? Mono.empty() : bystander.close();
        return quiet.then(Mono.when(home.close(), observer.close(), driver.close()));
    }

    private Mono<Loops> withBystander(BystanderRate rate) {
        return rate.isOn()
                ? Bystander.open(home.loop(), driver.loop(), rate.period())
                        .map(connected -> new Loops(home, observer, driver, connected))
                : Mono.just(this);
    }
}
