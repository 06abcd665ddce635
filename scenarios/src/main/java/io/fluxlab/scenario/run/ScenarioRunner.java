package io.fluxlab.scenario.run;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.scenario.Action;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.wording.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes a lab through scenarios. Immutable; thread-safe. */
public final class ScenarioRunner {

    private final Lab lab;
    private final Scheduler timer;

    private final Language language;

    private ScenarioRunner(Lab lab, Scheduler timer, Language language) {
        this.lab = lab;
        this.timer = timer;
        this.language = language;
    }

    /**
     * A runner that has verdicts given in English.
     *
     * @param lab where the steps run, here or elsewhere
     * @param timer tells when a step's time is up; it stays its owner's
     */
    public static ScenarioRunner on(Lab lab, Scheduler timer) {
        return new ScenarioRunner(lab, timer, Language.EN);
    }

    /** A runner of the same that has verdicts given in this language. */
    public ScenarioRunner in(Language newLanguage) {
        return new ScenarioRunner(lab, timer, newLanguage);
    }

    /**
     * The scenario as a cold stream: each subscription runs it anew, its steps one after the other. Cancel ends the step
     * that goes on. A slow subscriber slows the steps. Memory is bounded by what expectations ask for.
     *
     * <p>Ends in one {@code scenario-finished}, whatever became of the steps: one that broke or took too long gives no
     * figures, and what is expected of it does not hold. Fails where a step's request is wrong or where the lab can't be
     * reached.
     *
     * @param detail what is told of a comparison's runs beyond what expectations ask for
     */
    public Flux<ScenarioEvent> run(Scenario scenario, Form form, Detail detail) {
        return run(scenario, form, detail, Map.of());
    }

    /**
     * That stream, with what was guessed beside what came out.
     *
     * @param guesses by question
     */
    public Flux<ScenarioEvent> run(Scenario scenario, Form form, Detail detail, Map<String, List<Guess>> guesses) {
        return Flux.defer(() -> {
            ScenarioState state = new ScenarioState(scenario, form, guesses);
            return Flux.concat(List.of(
                    Mono.fromSupplier(state::started),
                    Flux.fromIterable(scenario.steps()).concatMap(step -> step(step, form, detail, state), 1),
                    Flux.range(0, scenario.expectations().size()).map(state::judge),
                    Flux.range(0, scenario.questions().size()).map(state::reveal),
                    Mono.fromSupplier(state::finished)));
        });
    }

    private Flux<ScenarioEvent> step(Step step, Form form, Detail detail, ScenarioState state) {
        Flux<Supplier<ScenarioEvent>> events = switch (step.action(form)) {
            case Action.Runs runs ->
                Flux.fromIterable(runs.requests())
                        .concatMap(
                                request ->
                                        lab.run(request).map(event -> () -> state.ofRun(step, request.lane(), event)),
                                1);
            case Action.Compares compares ->
                compare(compares.request(), step, detail, state)
                        .doOnNext(ScenarioRunner::check)
                        .map(event -> () -> state.ofComparison(step, event));
            case Action.Explains explains ->
                compare(explains.request(), step, detail, state).map(event -> () -> state.ofComparison(step, event));
        };
        return Flux.concat(List.of(
                        Mono.fromSupplier(() -> state.started(step)),
                        limited(events, step).map(Supplier::get),
                        Mono.fromSupplier(() -> state.finished(step))))
                .onErrorResume(error -> failure(error)
                        .<Flux<ScenarioEvent>>map(failure -> Flux.just(state.broken(step, failure)))
                        .orElseGet(() -> Flux.error(told(error, step))));
    }

    private Flux<ComparisonEvent> compare(ComparisonRequest request, Step step, Detail detail, ScenarioState state) {
        Detail wanted = state.wantsRunEvents(step) ? Detail.EVENTS : detail;
        return lab.compare(wanted.of(request.in(language)));
    }

    /**
     * The time that is up ends the events first: an error of the one that takeUntilOther listens to would not cancel them. They are
     * numbered behind it, so that none is lost in between.
     */
    private <T> Flux<T> limited(Flux<T> events, Step step) {
        return Flux.defer(() -> {
            AtomicBoolean isLate = new AtomicBoolean();
            Mono<Long> alarm = Mono.delay(step.limit(), timer).doOnNext(tick -> isLate.set(true));
            return Flux.concat(List.of(
                    events.takeUntilOther(alarm),
                    Mono.defer(() -> isLate.get()
                            ? Mono.error(new StepTimeoutException(step.id(), step.limit()))
                            : Mono.empty())));
        });
    }

    /** A step whose work has failed has broken, also where some lanes have not. */
    private static void check(ComparisonEvent event) {
        if (event instanceof ComparisonEvent.Verdict last) {
            last.verdict().failures().stream().findFirst().ifPresent(failure -> {
                throw new BrokenRunException(
                        failure.code(),
                        "%d of %d tasks failed on lane %s: %s"
                                .formatted(failure.failed(), failure.tasks(), failure.lane(), failure.message()));
            });
        }
    }

    /** What a step can break of; everything else is somebody's mistake, or the network's. */
    private static Optional<Failure> failure(Throwable error) {
        return switch (error) {
            case BrokenRunException broken ->
                Optional.of(new Failure(broken.code(), String.valueOf(broken.getMessage())));
            case RejectedRequestException rejected ->
                Optional.of(new Failure(rejected.code(), String.valueOf(rejected.getMessage())));
            case StepTimeoutException late ->
                Optional.of(new Failure("step-timeout", String.valueOf(late.getMessage())));
            case TooMuchToKeepException much ->
                Optional.of(new Failure("too-much-to-keep", String.valueOf(much.getMessage())));
            default -> Optional.empty();
        };
    }

    private static Throwable told(Throwable error, Step step) {
        return error instanceof InvalidRequestException invalid
                ? new InvalidRequestException(
                        invalid.code(),
                        "%s: step \"%s\": %s".formatted(step.place(), step.id(), invalid.getMessage()),
                        invalid.fields())
                : error;
    }

    /** A step's time was up. */
    static final class StepTimeoutException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StepTimeoutException(String step, Duration limit) {
            super("step %s did not end within %s ms, its limit".formatted(step, limit.toMillis()));
        }
    }
}
