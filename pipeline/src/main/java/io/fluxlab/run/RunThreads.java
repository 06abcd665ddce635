package io.fluxlab.run;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.Bystander;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.loop.TimerThread;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * The threads that every run has: the home loop, the thread that observes the run from outside, and the one that drives
 * the bystander and does nothing else, so that nothing but the home loop can hold the bystander up.
 */
record RunThreads(HomeLoop home, TimerThread observer, TimerThread driver) {

    /** Three threads, and one for canaries; a selector's two descriptors, the bystander's three sockets, and as many while they are opened. */
    static final Claim CLAIM = Claim.ofThreads(4).plus(Claim.ofDescriptors(8));

    /** How long a home loop is waited for whose thread a task does not let go. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** Starts the threads, named after the lane. */
    static RunThreads open(String lane, OpenedResources opened) {
        TimerThread driver = TimerThread.open(LabThreads.name(lane + "-bystander"));
        opened.add(driver::close);
        TimerThread observer = TimerThread.open(LabThreads.name(lane + "-observer"));
        opened.add(observer::close);
        HomeLoop home = HomeLoop.open(LabThreads.name(lane + "-home"));
        opened.add(() -> home.close().timeout(GRACE, Mono.empty(), driver.scheduler()));
        return new RunThreads(home, observer, driver);
    }

    /** Connects the bystander where one is wanted. Starts at subscription. */
    Mono<Optional<Bystander>> connect(BystanderRate rate) {
        return rate.isOn()
                ? Bystander.open(home.loop(), driver, rate.period()).map(Optional::of)
                : Mono.just(Optional.empty());
    }
}
