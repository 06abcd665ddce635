package io.fluxlab.run;

import io.fluxlab.lane.Lane;
import io.fluxlab.load.OfferedLoad;
import io.fluxlab.load.RequestPlan;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A run that was found to be right and can start: everything in it exists and is within bounds.
 *
 * @param id names the run in its first event
 * @param subject what is run
 * @param lane where
 * @param concurrency how many tasks run at once
 * @param bystander how often the bystander sends
 * @param steering who may steer it, and for how long it may run
 * @param load when tasks arrive; empty where all are there from the beginning
 * @param traced whether it is told what the tasks' threads do
 */
public record RunSetup(
        String id,
        Subject subject,
        Lane lane,
        int concurrency,
        BystanderRate bystander,
        Steering steering,
        Optional<OfferedLoad> load,
        boolean traced) {

    /** A run whose tasks are all there from the beginning, and whose threads nobody asked about. */
    public RunSetup(
            String id, Subject subject, Lane lane, int concurrency, BystanderRate bystander, Steering steering) {
        this(id, subject, lane, concurrency, bystander, steering, Optional.empty(), false);
    }

    /** This run, where the subject's tasks are asked for in turn as this load has it. */
    public RunSetup under(OfferedLoad newLoad) {
        Subject asked =
                subject.with(new RequestPlan(subject.plan(), newLoad.schedule().size()));
        return new RunSetup(id, asked, lane, concurrency, bystander, steering, Optional.of(newLoad), traced);
    }

    /** This run, where it is told what the tasks' threads do. */
    public RunSetup withTrace() {
        return new RunSetup(id, subject, lane, concurrency, bystander, steering, load, true);
    }

    /** This run with commands that are changed before they are obeyed. */
    public RunSetup steered(UnaryOperator<SteerCommand> change) {
        Steering changed = new Steering(commands().map(change), timeLimit());
        return new RunSetup(id, subject, lane, concurrency, bystander, changed, load, traced);
    }

    /** This run, cancelled after so much time, or earlier where it had a limit that is shorter. */
    public RunSetup within(Duration most) {
        Duration limit = timeLimit().filter(time -> time.compareTo(most) < 0).orElse(most);
        Steering changed = new Steering(commands(), Optional.of(limit));
        return new RunSetup(id, subject, lane, concurrency, bystander, changed, load, traced);
    }

    String workload() {
        return subject.workload();
    }

    Map<String, Object> parameters() {
        return subject.parameters();
    }

    Plan plan() {
        return subject.plan();
    }

    Flux<SteerCommand> commands() {
        return Flux.from(steering.commands());
    }

    Optional<Duration> timeLimit() {
        return steering.timeLimit();
    }

    /** Commands from outside, and the time after which the run is cancelled. */
    public record Steering(Publisher<SteerCommand> commands, Optional<Duration> timeLimit) {

        /** Nobody steers, and there is no limit. */
        public static final Steering NONE = new Steering(Flux.never(), Optional.empty());
    }
}
