package io.fluxlab.scenario.library;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.library.ScenarioInfo;
import io.fluxlab.library.ScenarioLibrary;
import io.fluxlab.library.ScenarioQuery;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.parameter.Names;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.run.Detail;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioRunner;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.scenario.script.WrongScriptException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The scripts that come with Fluxlab. Thread-safe. What it reads, it reads on the thread that subscribes. */
public final class ScriptLibrary implements ScenarioLibrary {

    private static final ScriptReader TEXTS = ScriptReader.ofTextsAlone();

    private final Scheduler timer;

    private ScriptLibrary(Scheduler timer) {
        this.timer = timer;
    }

    /**
     * The library.
     *
     * @param timer tells when a step's time is up; it stays its owner's
     */
    public static ScriptLibrary of(Scheduler timer) {
        return new ScriptLibrary(timer);
    }

    @Override
    public Flux<ScenarioInfo> list() {
        return Flux.defer(() -> Flux.fromIterable(names()))
                .map(name -> Scripts.read(name, TEXTS))
                .map(ScriptLibrary::info);
    }

    private static List<String> names() {
        return Stream.concat(Scripts.names().stream(), Scripts.trapNames().stream())
                .toList();
    }

    private static ScenarioInfo info(Scenario scenario) {
        return new ScenarioInfo(
                scenario.name(),
                scenario.title().words(),
                scenario.lecture(),
                scenario.source(),
                scenario.explanation().predict().words(),
                scenario.questions().stream()
                        .map(question -> question.asks().words())
                        .toList());
    }

    @Override
    public Mono<Map<String, Object>> show(ScenarioQuery query) {
        return Mono.fromCallable(() -> {
            unknown("name", query.name()).ifPresent(ScriptLibrary::refuse);
            ShownScenario shown = ShownScenario.of(Scripts.read(query.name(), TEXTS));
            ShownScenario whole = query.wantsCode() ? shown.withCode() : shown;
            return (query.wantsAnswers() ? whole : whole.withoutAnswers())
                    .in(query.lang())
                    .fields();
        });
    }

    private static void refuse(FieldError error) {
        throw new InvalidRequestException(List.of(error));
    }

    private static Optional<FieldError> unknown(String field, String name) {
        List<String> names = names();
        return names.contains(name)
                ? Optional.empty()
                : Optional.of(new FieldError(
                        field, name, "unknown scenario " + Names.shortened(name) + Names.hint(name, names)));
    }

    @Override
    public List<FieldError> mistakes(ScenarioRequest request) {
        FieldErrors errors = new FieldErrors();
        errors.addAll(ScenarioRequest.SCHEMA.mistakes(request));
        Optional<FieldError> unknown = unknown("scenario", request.scenario());
        unknown.ifPresentOrElse(
                errors::add,
                () -> errors.addAll(RequestedGuesses.of(Scripts.read(request.scenario(), TEXTS), request)
                        .errors()));
        return errors.found();
    }

    @Override
    public Flux<ScenarioEvent> run(ScenarioRequest request, Lab lab) {
        return Flux.defer(() -> {
            List<FieldError> mistakes = mistakes(request);
            return mistakes.isEmpty()
                    ? LabListing.of(lab).flatMapMany(listing -> run(request, lab, listing))
                    : Flux.error(new InvalidRequestException(mistakes));
        });
    }

    private Flux<ScenarioEvent> run(ScenarioRequest request, Lab lab, LabListing listing) {
        Scenario scenario = read(request.scenario(), listing);
        Form form = Boolean.TRUE.equals(request.quick()) ? Form.QUICK : Form.FULL;
        Detail detail = Boolean.TRUE.equals(request.runEvents())
                ? Detail.EVENTS
                : Boolean.TRUE.equals(request.progress()) ? Detail.PROGRESS : Detail.EXPECTED;
        return ScenarioRunner.on(lab, timer)
                .in(request.language())
                .run(
                        scenario,
                        form,
                        detail,
                        RequestedGuesses.of(scenario, request).guesses());
    }

    /** What its steps ask for this lab may not have, which need not offer everything. */
    private static Scenario read(String name, LabListing listing) {
        try {
            return Scripts.read(name, ScriptReader.on(listing));
        } catch (WrongScriptException e) {
            FieldErrors errors = new FieldErrors();
            e.mistakes().forEach(mistake -> errors.add("scenario", name, "this lab can't run it: " + mistake));
            throw new InvalidRequestException(errors.found());
        }
    }
}
