package io.fluxlab.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class FluxlabTestEngineTest {

    @TempDir
    Path reports;

    @Test
    void expectationsThatHoldPass() {
        Ended ended = run(Bodies.Waiting.class, "holds");

        assertThat(ended.status()).as(ended.message()).isEqualTo(Status.SUCCESSFUL);
        assertThat(ended.reported())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "holds: on the lane that is recommended it is at least 1.50 times as fast as on immediate")
                        .contains("times as fast as immediate, 95 % interval"));
    }

    @Test
    void failureSaysCauseAndFigures() {
        Ended ended = run(Bodies.Waiting.class, "fails");

        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.message())
                .contains("fails: the bystander's p99 on immediate is at most 0.1 ms: it is")
                .contains("the cause: ")
                .contains("found it waiting in Thread.sleep at Bodies.pause(Bodies.java:")
                .contains("fails: the body never blocks the event loop: ")
                .contains("fails: on immediate it is at least 1.00 times as fast as on bounded-elastic");
    }

    @Test
    void whatCantBeToldPassesAndIsReported() throws Exception {
        Ended ended = run(Bodies.Waiting.class, "cantBeTold");

        assertThat(ended.status()).as(ended.message()).isEqualTo(Status.SUCCESSFUL);
        assertThat(ended.reported()).anySatisfy(line -> assertThat(line).startsWith("can't tell: "));
        assertThat(Files.readString(reports.resolve(Bodies.Waiting.class.getName() + ".cantBeTold.json")))
                .contains("\"holding\" : \"cant-tell\"");
    }

    @Test
    void whatCantBeToldFailsOrAbortsWhereThatIsAskedFor() {
        assertThat(run(Bodies.Waiting.class, "mustBeTold").status()).isEqualTo(Status.FAILED);
        assertThat(run(Bodies.Waiting.class, "isAborted").status()).isEqualTo(Status.ABORTED);
    }

    @Test
    void bodyMayReturnAnything() {
        for (String method : List.of("many", "stage")) {
            Ended ended = run(Bodies.Returning.class, method);
            assertThat(ended.status()).as(method + ended.message()).isEqualTo(Status.SUCCESSFUL);
        }
        Ended value = run(Bodies.Returning.class, "value", "org.junit.jupiter.api.TestInfo");
        assertThat(value.status()).as(value.message()).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void parameterizedBodyIsATestForEachOfItsArguments() {
        EngineExecutionResults results = EngineTestKit.engine("fluxlab")
                .configurationParameter("fluxlab.reports.directory", reports.toString())
                .selectors(DiscoverySelectors.selectMethod(Bodies.Returning.class, "divided", "int"))
                .execute();

        assertThat(results.testEvents().dynamicallyRegistered().list())
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("[1]"),
                        name -> assertThat(name).startsWith("[2]"));
        assertThat(results.testEvents().finished().list())
                .extracting(event ->
                        event.getRequiredPayload(TestExecutionResult.class).getStatus())
                .containsExactly(Status.SUCCESSFUL, Status.FAILED);
        assertThat(reports.resolve(Bodies.Returning.class.getName() + ".divided-1.json"))
                .exists();
    }

    @Test
    void workThatLeavesItsLaneFails() {
        Ended ended = run(Bodies.Returning.class, "delayed");

        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.message())
                .contains("fails: the body stays on immediate, parallel: ")
                .contains("calls on immediate ended on threads of parallel, which are none of the lane's");
    }

    @Test
    void failureOfTheBodyFailsTheTestWithItsCause() {
        Ended ended = run(Bodies.Returning.class, "broken");

        assertThat(ended.status()).isEqualTo(Status.FAILED);
        assertThat(ended.thrown())
                .hasMessageContaining("no order 17")
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void bodyThatDoesNotEndIsEndedAtTheLimit() {
        assertThat(run(Bodies.Returning.class, "endless").message())
                .contains("not done after 500 ms, the limit of this test");
        assertThat(run(Bodies.Returning.class, "stuck").message())
                .contains("not done after 700 ms, the limit of this test")
                .contains("Thread.sleep at Bodies.pause(Bodies.java:");
    }

    @Test
    void wrongAnnotationsAreNamedTogether() {
        assertThat(run(Bodies.Wrong.class, "unknownLane").message())
                .contains("Wrong.unknownLane: @Lanes: ")
                .contains("imediate")
                .contains("immediate");
        assertThat(run(Bodies.Wrong.class, "unknownAll").message())
                .contains("@KeepsLoopFree: p99 must be a number and a unit from 1ns to 24h")
                .contains("was \"10 parsecs\"")
                .contains("@FluxlabTest: maxTime must be")
                .contains("@FluxlabTest: rounds must be between 0 and 10000, was -1")
                .contains("@FasterThan: lane must be one of the lanes that are compared, immediate,")
                .contains("@FasterThan: by must be above 0")
                .contains("@Recommends: value must be one of");
        assertThat(run(Bodies.Wrong.class, "hidden").message()).contains("must be neither private nor static");
        assertThat(run(Bodies.Closed.class, "body").message()).contains("must be neither final nor private");
    }

    @Test
    void noThreadIsLeftBehind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        run(Bodies.Waiting.class, "cantBeTold");
        run(Bodies.Returning.class, "stuck");

        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread) && thread.isAlive())
                        .map(Thread::getName))
                .filteredOn(name -> name.contains("immediate") || name.contains("elastic") || name.contains("fluxlab"))
                .isEmpty();
    }

    @Test
    void everyBodyOfAClassIsFoundAndFoundAgainByItsId() {
        var found = EngineTestKit.engine("fluxlab")
                .selectors(DiscoverySelectors.selectClass(Bodies.Closed.class))
                .execute();
        String id = found.testEvents()
                .started()
                .list()
                .get(0)
                .getTestDescriptor()
                .getUniqueId()
                .toString();

        var again = EngineTestKit.engine("fluxlab")
                .selectors(DiscoverySelectors.selectUniqueId(id))
                .execute();

        assertThat(again.testEvents().started().count()).isEqualTo(1);
    }

    private Ended run(Class<?> type, String method, String... parameters) {
        return Ended.of(EngineTestKit.engine("fluxlab")
                .configurationParameter("fluxlab.reports.directory", reports.toString())
                .selectors(DiscoverySelectors.selectMethod(type, method, String.join(",", parameters)))
                .execute());
    }

    /** How a single body ended, and what was reported of it. */
    private record Ended(TestExecutionResult result, List<String> reported) {

        static Ended of(EngineExecutionResults results) {
            List<Event> finished = results.testEvents().finished().list();
            assertThat(finished).hasSize(1);
            return new Ended(
                    finished.get(0).getRequiredPayload(TestExecutionResult.class),
                    results.testEvents().reportingEntryPublished().stream()
                            .map(event -> event.getRequiredPayload(ReportEntry.class))
                            .flatMap(entry -> entry.getKeyValuePairs().entrySet().stream())
                            .map(Map.Entry::getValue)
                            .collect(Collectors.toList()));
        }

        Status status() {
            return result.getStatus();
        }

        Throwable thrown() {
            return result.getThrowable().orElseThrow();
        }

        String message() {
            return result.getThrowable().map(Throwable::getMessage).orElse("");
        }
    }
}
