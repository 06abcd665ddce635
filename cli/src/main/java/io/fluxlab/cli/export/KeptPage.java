package io.fluxlab.cli.export;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.cli.figure.CapacityReport;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKind;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.run.RunRequest;
import io.fluxlab.scenario.Action;
import io.fluxlab.scenario.Explanation;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Sample;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.library.KeptScenario;
import io.fluxlab.scenario.library.RequestedGuesses;
import io.fluxlab.scenario.report.ScenarioReport;
import io.fluxlab.scenario.run.Detail;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.run.ScenarioRunner;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.wording.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A kept run as a page of its own: a scenario's is the report that {@code scenario run --report} writes, a search's the one of
 * {@code capacity --report}. A run or a comparison is shown as the only step of a scenario that asks and expects nothing. Stateless.
 */
public final class KeptPage {

    /** What is there already is not waited for. */
    private static final long NO_LIMIT_MILLIS = Duration.ofDays(1).toMillis();

    private KeptPage() {}

    /**
     * The page as HTML, when all events have come; fails as they do. Lazy.
     *
     * @param timer stays the caller's
     */
    public static Mono<String> html(KeptRun kept, Flux<KeptEvent> events, Language language, Scheduler timer) {
        return switch (kept.work().kind()) {
            case SCENARIO -> scenario(kept, events, language);
            case CAPACITY -> capacity(events, language);
            case RUN, COMPARISON -> step(kept, events, language, timer);
        };
    }

    private static Mono<String> scenario(KeptRun kept, Flux<KeptEvent> events, Language language) {
        return Mono.defer(() -> {
            ScenarioRequest request = ScenarioRequest.SCHEMA.read(request(kept));
            Scenario scenario = Scripts.read(request.scenario(), ScriptReader.ofTextsAlone());
            Form form = Boolean.TRUE.equals(request.quick()) ? Form.QUICK : Form.FULL;
            ScenarioReport report = new ScenarioReport(scenario, form);
            RequestedGuesses.of(scenario, request).guesses().forEach(report::guessed);
            return page(events.ofType(KeptEvent.OfScenario.class).map(KeptScenario::event), report, language);
        });
    }

    private static Mono<String> page(Flux<ScenarioEvent> events, ScenarioReport report, Language language) {
        return events.doOnNext(report::accept).then(Mono.fromSupplier(() -> report.html(language)));
    }

    private static Mono<String> capacity(Flux<KeptEvent> events, Language language) {
        return events.map(KeptEvent::plain)
                .ofType(CapacityEvent.class)
                .collectList()
                .map(all ->
                        CapacityReport.of(all, ReportWords.in(language)).page().html());
    }

    private static Mono<String> step(KeptRun kept, Flux<KeptEvent> events, Language language, Scheduler timer) {
        return Mono.defer(() -> {
            Action action = action(kept);
            Scenario scenario = new Scenario(
                    kept.run(),
                    Text.of(kept.work().workload() + ": " + String.join(", ", action.lanes())),
                    "",
                    "",
                    new Explanation(Text.of(""), Text.of("")),
                    Sample.NONE,
                    List.of(),
                    List.of(),
                    List.of(new Step(kept.work().kind().id(), action, action, NO_LIMIT_MILLIS, kept.run())),
                    List.of());
            ScenarioRunner runner =
                    ScenarioRunner.on(new ReplayedLab(events), timer).in(language);
            return page(
                    runner.run(scenario, Form.FULL, Detail.EXPECTED),
                    new ScenarioReport(scenario, Form.FULL),
                    language);
        });
    }

    private static Action action(KeptRun kept) {
        if (kept.work().kind() == RunKind.RUN) {
            return new Action.Runs(List.of(RunRequest.SCHEMA.read(request(kept))));
        }
        ComparisonRequest request = ComparisonRequest.SCHEMA.read(request(kept));
        return Boolean.TRUE.equals(request.explain()) ? new Action.Explains(request) : new Action.Compares(request);
    }

    private static Map<String, Object> request(KeptRun kept) {
        Map<String, Object> request = kept.work().request();
        return request == null ? Map.of() : request;
    }
}
