package io.fluxlab.scenario.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.scenario.Action;
import io.fluxlab.scenario.Fixture;
import io.fluxlab.scenario.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that steps make, with their loads and placements. */
class RequestCheckTest {
    private static final ScriptReader READER =
            ScriptReader.on(LabListing.of(LocalLab.create()).block());

    private static final String RUN = "s: {run: {workload: sleep, lane: virtual}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "load: {rate: ^fast}                   | rate must be a rate between 0.001/s and 1000000/s, such as 200/s, was \"fast\"",
                "load: {rate: ^0}                      | rate must be between 0.001/s and 1000000/s, was 0",
                "load: {rate: 5/s, duration: ^5}       | must be a text, such as 2s or 500ms, was 5",
                "load: {rate: 5/s, duration: ^5 days}  | duration must be a time between 1 µs and 24 h with its unit, such as 10s or 250ms, was \"5 days\"",
                "load: {rate: 5/s, deadline: ^soon}    | deadline must be a time between 1 µs and 24 h with its unit, such as 10s or 250ms, was \"soon\"",
                "load: {ramp: ^10/s-500/s}             | ramp must be two rates and what is between them, such as 10/s..500/s, was \"10/s-500/s\"",
                "load: {rate: 5/s, arrivals: ^poison}  | must be one of constant, poisson, was \"poison\", did you mean \"poisson\"?",
                "load: {rate: 5/s, backlog: ^0}        | must be at least 1, was 0",
                "load: {rate: 5/s, by: ^p20}           | by must be a percentile between p50 and p99.999, or max, was \"p20\"",
                "load: {rate: 5/s, seed: ^x}           | must be a whole number, was \"x\"",
                "load: {^rates: 5/s}                   | unknown key \"rates\", did you mean \"rate\"?",
                "load: ^{duration: 2s}                 | load.rate is missing: tasks that arrive each second, such as 200/s, or load.ramp, such as 10/s..500/s",
                "load: ^{rate: 5/s, ramp: 1/s..9/s}    | load must have a rate or a ramp, had both: 5/s and 1/s..9/s",
                "load: ^{rate: 1000000/s, duration: 1h}| load must bring between 1 and 10000000 tasks, was 1000000/s for 3600s, which brings 3600000000",
                "load: ^200/s                         | must be a map, such as {rate: 200/s}, was \"200/s\""
            })
    void whatIsWrongWithALoadIsToldAtItsValue(String load, String mistake) {
        assertThatOnly("s: {run: {workload: sleep, lane: virtual, " + load + "}}", mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "workload: orders, placements: ^besst | unknown placement \"besst\", did you mean \"best\"?",
                "workload: sleep, placements: ^best   | only a workload with stages can be placed, such as orders: this one has none",
                "workload: orders, placements: best, lanes: [^gil] | the lane gil is no scheduler of this JVM",
                "workload: orders, lanes: ^[virtual], placements: [parallel] | placements name the lanes themselves: leave lanes or placements away, was virtual",
                "workload: orders, placements: [^'fetsh@parallel'] | unknown stage fetsh; did you mean fetch?",
                "workload: orders, placements: ['store@^paralel']  | unknown lane \"paralel\", did you mean \"parallel\"?",
                "workload: orders, placements: [^'store@']         | each part of a placement must be stage@lane, was \"store@\"",
                "workload: orders, placements: [^'store@parallel,store@virtual'] | the stage store is placed twice: place each once",
                "workload: orders, placements: [parallel], baseline: ^paralel    | unknown lane of the comparison \"paralel\", did you mean \"parallel\"?",
                "workload: orders, placements: best, baseline: ^parallel         | baseline must be one of the placements compared, was parallel; such as fetch@event-loop,",
                "workload: orders, placements: best, parameters: {stages: ^'fetch:slep=2ms'} | stages: unknown setting slep of the stage fetch; did you mean sleep?",
                "workload: orders, placements: [^best, parallel] | best looks for the best of all placements: it is no placement beside others",
                "^workload: orders | must have exactly one of lanes, placements"
            })
    void whatIsWrongWithPlacementsIsToldAtTheirValue(String request, String mistake) {
        assertThatOnly(
                "s: {compare: " + (request.startsWith("^") ? "^{" + request.substring(1) : "{" + request) + "}}",
                mistake);
    }

    /** Of a step in which a caret stands before what is wrong. */
    private static void assertThatOnly(String step, String mistake) {
        assertThat(mistakes(Fixture.script(step.replace("^", ""), "true")))
                .singleElement()
                .asString()
                .startsWith("gil.yaml:5:%d: ".formatted(("  " + step).indexOf('^') + 1) + mistake);
    }

    @Test
    void figuresOfLoadsAndPlacementsAreKnownOfStepsThatHaveSome() {
        assertThat(mistakes(Fixture.script(RUN, "load.s.virtual.keepsUp")))
                .containsExactly("gil.yaml:7:18: only a step with a load has load, and step \"s\" has none");
        assertThat(mistakes(Fixture.script(
                        "s: {run: {workload: sleep, lane: virtual, load: {rate: 5/s}}}", "load.s.virtual.p99 < 5.0")))
                .singleElement()
                .asString()
                .startsWith("gil.yaml:7:28: unknown figure of load \"p99\"; known are keepsUp, ");
        assertThat(mistakes(Fixture.script(
                        "s: {compare: {workload: sleep, lanes: [virtual]}}", "decides.s.virtual == \"parse\"")))
                .containsExactly(
                        "gil.yaml:7:21: only a comparison of placements has decides, and step \"s\" compares none");
        assertThat(mistakes(
                        Fixture.script("s: {compare: {workload: orders, placements: best}}", "wall.s.parallel > 1.0")))
                .singleElement()
                .asString()
                .startsWith("gil.yaml:7:20: step s tries all placements: name one in full, such as ");
    }

    @Test
    void loadOfTheQuickFormIsMergedAndItsRampTakesThePlaceOfTheRate() {
        var step = READER.read("a.yaml", Fixture.script("""
                                s:
                                  compare: {workload: sleep, lanes: [virtual], load: {rate: 200/s, arrivals: poisson, deadline: 50ms}}
                                  quick: {load: {ramp: 1/s..9/s, duration: 500ms}}
                                """, "true")).steps().get(0);

        assertThat(loadOf(step.action(Form.FULL))).isEqualTo("200/s poisson deadline=50ms");
        assertThat(loadOf(step.action(Form.QUICK))).isEqualTo("1/s..9/s poisson duration=500ms deadline=50ms");
    }

    @Test
    void loadOfTheQuickFormAloneIsAMistake() {
        assertThat(mistakes(Fixture.script(
                        "s: {run: {workload: sleep, lane: virtual}, quick: {load: {rate: 5/s}}}", "true")))
                .containsExactly(
                        "gil.yaml:5:54: the step has no load that this could change: give it one under \"run\"");
    }

    private static String loadOf(Action action) {
        return ((Action.Compares) action).request().load().text();
    }

    @Test
    void placementsAreAListOrATextAsOnTheCommandLine() {
        var steps = READER.read(
                        "a.yaml",
                        Fixture.script(
                                """
                                list: {compare: {workload: orders, placements: [parallel, 'store@virtual,parse@parallel']}}
                                text: {compare: {workload: orders, placements: 'parallel; store@virtual,parse@parallel'}}
                                best: {compare: {workload: orders, placements: best, lanes: [parallel, virtual]}}
                                run: {run: {workload: orders, placement: 'store@virtual'}}
                                lane: {run: {workload: orders, lanes: [parallel, 'store@virtual']}}
                                """,
                                "ratio.list[\"store@virtual,parse@parallel\"] < 2.0 && wall.run[\"store@virtual\"] > 0.0"))
                .steps();

        assertThat(steps.get(0).lanes()).containsExactly("parallel", "store@virtual,parse@parallel");
        assertThat(steps.get(1).lanes()).isEqualTo(steps.get(0).lanes());
        var best = ((Action.Compares) steps.get(2).full()).request();
        assertThat(best.searchesPlacements()).isTrue();
        assertThat(best.candidates()).containsExactly("parallel", "virtual");
        assertThat(steps.get(3).lanes()).containsExactly("store@virtual");
        assertThat(steps.get(4).lanes()).containsExactly("parallel", "store@virtual");
    }

    @Test
    void parametersThatDoNotGoTogetherAreToldBeforeAnythingRuns() {
        assertThat(mistakes(Fixture.script(
                        "s: {run: {workload: sleep, lane: virtual}, quick: {parameters: {minMillis: 9000}}}", "true")))
                .singleElement()
                .asString()
                .startsWith("gil.yaml:5:78: minMillis must be at most maxMillis, was 9000");
    }

    private static List<String> mistakes(String script) {
        return mistakesOf(() -> READER.read("gil.yaml", script));
    }

    private static List<String> mistakesOf(Runnable reading) {
        return catchThrowableOfType(WrongScriptException.class, reading::run).mistakes().stream()
                .map(Mistake::toString)
                .toList();
    }
}
