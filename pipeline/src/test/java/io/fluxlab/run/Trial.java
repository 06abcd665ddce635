package io.fluxlab.run;

import io.fluxlab.lane.Lane;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A run that a test makes: a plan on a lane, without a bystander and unsteered, unless it says otherwise. Immutable. */
public record Trial(Subject subject, Lane lane, int concurrency, BystanderRate bystander, Steering steering) {

    public static Trial of(Plan plan, Lane lane) {
        return of(new Subject("trial", Map.of(), plan), lane);
    }

    public static Trial of(Subject subject, Lane lane) {
        int usual = lane.concurrency(subject.plan().size());
        return new Trial(subject, lane, usual, BystanderRate.NONE, Steering.NONE);
    }

    public Trial atMost(int newConcurrency) {
        return new Trial(subject, lane, newConcurrency, bystander, steering);
    }

    public Trial with(BystanderRate newBystander) {
        return new Trial(subject, lane, concurrency, newBystander, steering);
    }

    public Trial steeredBy(Publisher<SteerCommand> commands) {
        return new Trial(subject, lane, concurrency, bystander, new Steering(commands, steering.timeLimit()));
    }

    public Trial within(Duration limit) {
        return new Trial(subject, lane, concurrency, bystander, new Steering(steering.commands(), Optional.of(limit)));
    }

    /** The run, for one subscription. */
    public Flux<RunEvent> events() {
        return Runner.run(new RunSetup("run-1", subject, lane, concurrency, bystander, steering));
    }

    /** Runs to the end and holds the events to what holds of every run. */
    public Story story() {
        return Story.of(events().collectList().block(Duration.ofSeconds(50)));
    }
}
