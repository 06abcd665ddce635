package io.fluxlab.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptEventReader;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.library.ScenarioInfo;
import io.fluxlab.library.ScenarioQuery;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.scenario.Fixture;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.wording.Language;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class ScriptLibraryTest {

    private final Scheduler timer = Schedulers.newSingle("timer");
    private final ScriptLibrary library = ScriptLibrary.of(timer);

    @AfterEach
    void dispose() {
        timer.dispose();
    }

    private Map<String, Object> shown(ScenarioQuery query) {
        return Objects.requireNonNull(library.show(query).block());
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    @Test
    void theLectureComesFirstAndInItsOrder() {
        List<ScenarioInfo> all =
                Objects.requireNonNull(library.list().collectList().block());

        assertThat(all.stream().map(ScenarioInfo::name))
                .containsExactlyElementsOf(Stream.concat(Scripts.names().stream(), Scripts.trapNames().stream())
                        .toList());
        assertThat(all).allSatisfy(each -> {
            assertThat(each.title()).containsOnlyKeys(Language.EN, Language.RU);
            assertThat(each.predict()).containsOnlyKeys(Language.EN, Language.RU);
            assertThat(each.source().isEmpty()).isNotEqualTo(Scripts.trapNames().contains(each.name()));
        });
    }

    @Test
    void answersAreToldOnlyToWhoeverAsksForThem() {
        Map<String, Object> asked = shown(ScenarioQuery.of("gil"));
        Map<String, Object> answered = shown(new ScenarioQuery("gil", null, true, true));

        assertThat(asked).containsKeys("title", "questions", "steps").doesNotContainKey("expectations");
        assertThat(map(asked.get("explanation")).containsKey("shows")).isFalse();
        assertThat(answered).containsKey("expectations");
        assertThat(map(answered.get("explanation")).containsKey("shows")).isTrue();
    }

    @Test
    void programsAreToldWhereTheyAreWantedAndWhatTheyPrintedWithTheAnswers() {
        Map<?, ?> bare = map(((List<?>) shown(ScenarioQuery.of("gil")).get("originals")).get(0));
        Map<?, ?> asked =
                map(((List<?>) shown(new ScenarioQuery("gil", null, null, true)).get("originals")).get(0));
        Map<?, ?> answered =
                map(((List<?>) shown(new ScenarioQuery("gil", null, true, true)).get("originals")).get(0));

        assertThat(bare.containsKey("pythonCode")).isFalse();
        assertThat(String.valueOf(asked.get("pythonCode"))).contains("def ");
        assertThat(asked.containsKey("printed")).isFalse();
        assertThat((List<?>) map(answered.get("printed")).get("lines")).isNotEmpty();
    }

    @Test
    void textsAreInTheOneLanguageThatIsWanted() {
        Map<String, Object> russian = shown(new ScenarioQuery("gil", Language.RU, true, null));

        assertThat(map(russian.get("title")).keySet().toArray()).containsExactly("ru");
        assertThat(WireFormat.JSON.write(russian))
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("\"en\":");
    }

    @Test
    void whatMakesNoSenseIsToldWithItsField() {
        StepVerifier.create(library.show(ScenarioQuery.of("gli")))
                .verifyErrorSatisfies(error -> assertThat(((InvalidRequestException) error).fields())
                        .singleElement()
                        .satisfies(field -> {
                            assertThat(field.field()).isEqualTo("name");
                            assertThat(field.message()).contains("unknown scenario gli", "gil");
                        }));
        assertThat(library.mistakes(ScenarioRequest.of("gil").guessing(Map.of("threads", "many", "thread", "2"))))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("guesses.threads", "guesses.thread");
        assertThat(library.mistakes(ScenarioRequest.of("gil").guessing(Map.of("threads", "Anna: 2, 1 x3"))))
                .isEmpty();
    }

    @Test
    void aLabThatHasNotWhatAScenarioTakesRefusesItBeforeItBegins() {
        StepVerifier.create(library.run(ScenarioRequest.of("gil"), new LabWithoutWorkloads(LocalLab.create())))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("this lab can't run it"));
    }

    @Test
    void eventsComeBackFromTheWireAsTheyWere() {
        Lab lab = new Fixture().lab;
        String name = "first-thread";
        List<ScenarioEvent> events = Objects.requireNonNull(library.run(
                        ScenarioRequest.of(name).scaledDown().in(Language.RU).withRunEvents(), lab)
                .collectList()
                .block());

        assertThat(events.stream().map(ScenarioEvent::seq))
                .containsExactlyElementsOf(
                        LongStream.range(0, events.size()).boxed().toList());
        assertThat(events.get(0).begun())
                .hasValueSatisfying(id -> assertThat(id).startsWith("scenario-"));
        assertThat(events.getLast().ended()).isPresent();
        for (WireFormat format : WireFormat.values()) {
            KeptEventReader reader = new KeptEventReader(format);
            for (ScenarioEvent event : events) {
                KeptEvent kept = reader.read(Unpooled.wrappedBuffer(format.write(event)));
                assertThat(WireFormat.JSON.write(KeptScenario.event((KeptEvent.OfScenario) kept)))
                        .isEqualTo(WireFormat.JSON.write(event));
            }
        }
    }

    /** A lab that offers no workload at all. */
    private record LabWithoutWorkloads(Lab lab) implements Lab {
        @Override
        public Flux<WorkloadInfo> workloads() {
            return Flux.empty();
        }

        @Override
        public Flux<LaneInfo> lanes() {
            return lab.lanes();
        }

        @Override
        public Flux<RunEvent> run(RunRequest request) {
            return lab.run(request);
        }

        @Override
        public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
            return lab.steer(request, commands);
        }

        @Override
        public Flux<ComparisonEvent> compare(ComparisonRequest request) {
            return lab.compare(request);
        }

        @Override
        public Flux<CapacityEvent> capacity(CapacityRequest request) {
            return lab.capacity(request);
        }
    }
}
