package io.fluxlab.canary;

import io.fluxlab.loop.Pace;
import io.fluxlab.loop.TimerThread;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The canaries of a run, with one thread that sends what is due, and none where nothing is shared. Each is due half as
 * often as a bystander. Thread-safe. Whoever opens them closes them.
 */
public final class Canaries {

    /** Where there is nothing to harm. */
    public static final Canaries NONE = new Canaries(List.of(), Mono.empty());

    private static final int BYSTANDERS_PERIODS = 2;

    private final List<Canary> canaries;
    private final Mono<Void> closeDriver;

    private Canaries(List<Canary> canaries, Mono<Void> closeDriver) {
        this.canaries = canaries;
        this.closeDriver = closeDriver;
    }

    /**
     * One for each of these.
     *
     * @param threadName what the thread is called that sends what is due
     * @param bystandersPeriod the time between two requests of the run's bystander
     */
    public static Canaries open(List<SharedResource> shared, String threadName, Duration bystandersPeriod) {
        if (shared.isEmpty()) {
            return NONE;
        }
        TimerThread driver = TimerThread.open(threadName);
        Pace pace = Pace.of(bystandersPeriod).times(BYSTANDERS_PERIODS);
        return new Canaries(
                shared.stream().map(each -> each.canary(driver, pace)).toList(), driver.close());
    }

    /** They are due from now on. */
    public void start() {
        canaries.forEach(Canary::start);
    }

    /** How late each was since the previous call; only those that were due. Never waits. */
    public List<CanaryReading> intervals() {
        return canaries.stream()
                .map(Canary::interval)
                .filter(reading -> reading.latency().count() > 0)
                .toList();
    }

    /**
     * They are due no more. Completes with what those say that were ever due, once they have had their answers, or after
     * {@code patience}. Starts at subscription.
     */
    public Mono<List<CanaryReading>> finish(Duration patience) {
        return Flux.fromIterable(canaries)
                .flatMapSequential(canary -> canary.finish(patience), Math.max(1, canaries.size()))
                .filter(reading -> reading.latency().count() > 0)
                .collectList();
    }

    /** Ends them and their thread. Starts at subscription; cancel does not stop it. */
    public Mono<Void> close() {
        return Mono.<Void>fromRunnable(() -> canaries.forEach(Canary::close)).then(closeDriver);
    }
}
