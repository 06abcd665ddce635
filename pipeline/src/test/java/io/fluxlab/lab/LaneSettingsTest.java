package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.run.RunRequest;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.workload.RunLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** A request names a lane with settings, and that text is the lane's id wherever it is named. */
class LaneSettingsTest {

    private final LocalLab lab =
            LocalLab.builder().workload(new Sums()).lane(TunedLane.DEFAULT).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuned",
                "tuned:beatMillis=0.1",
                "tuned:beatMillis=100:strings=12:pitch=very-high",
                "tuned:muted=true:strings=6",
                "tuned:muted=true,strings=6",
                "virtual:concurrency=16",
                "bounded-elastic:threads=16,queue=100",
                "parallel:threads=1",
                "immediate"
            })
    void aRunIsOnTheLaneAsItWasNamed(String lane) {
        RunLog run = RunLog.of(lab, RunRequest.of("sums", lane).with(Map.of("upTo", 10)));

        assertThat(run.started().lane()).isEqualTo(lane);
        assertThat(run.failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tuned:beatMillis=0 | beatMillis must be a number between 0.1 and 100, was 0 (milliseconds of a beat)",
                "tuned:beatMillis=fast | beatMillis must be a number between 0.1 and 100, was \"fast\"",
                "tuned:strings=13 | strings must be between 1 and 12, was 13",
                "tuned:strings=1.5 | strings must be a whole number between 1 and 12, was 1.5",
                "tuned:muted=perhaps | muted must be true or false, was \"perhaps\"",
                "tuned:pitch=very-hihg | did you mean very-high?",
                "tuned:muted=true:strings=7 | strings must be at most 6 where muted",
                "tuned:beatMilis=3 | beatMilis: no such parameter of the lane tuned; did you mean beatMillis?",
                "tuned:strings=2:strings=3 | strings is there twice",
                "tuned:strings | a setting must be name=value, was \"strings\"",
                "tuned: | a setting must be name=value, was \"\"",
                "tund:strings=2 | unknown lane tund; did you mean tuned?",
                "virtual:concurrency=-1 | concurrency must be between 0 and 1000000, was -1 (how many tasks run at once",
                "bounded-elastic:threads=5000,queue=x | threads must be between 0 and 4096, was 5000",
                "parallel:threds=1 | threds: no such parameter of the lane parallel; did you mean threads?",
                "tuned:strings=2,strings=3 | strings is there twice",
                "immediate:strings=2 | the lane immediate takes no settings, was immediate:strings=2"
            })
    void whatIsWrongWithALaneIsSaidOfTheLane(String lane, String message) {
        FieldError error = error(RunRequest.of("sums", lane)).get(0);

        assertThat(error.field()).isEqualTo("lane");
        assertThat(error.value()).isEqualTo(lane);
        assertThat(error.message()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuned:beatMillis=9", "tuned:", "9", "tuned:a=1:b"})
    void aLaneThatIsTooLongIsNotReadAtAll(String beginning) {
        String lane = beginning + "9".repeat(1_000_000);

        FieldError error = error(RunRequest.of("sums", lane)).get(0);

        assertThat(error.message())
                .startsWith("a lane must be named in at most 500 characters, was " + beginning)
                .endsWith("... of " + lane.length());
    }

    @Test
    void everythingThatIsWrongWithLanesIsSaidAtOnce() {
        var request =
                ComparisonRequest.of("sums").on("tuned", "tuned:strings=0:beatMillis=0", "tuned:strings=2", "tun");

        StepVerifier.create(lab.compare(request))
                .expectErrorSatisfies(error -> assertThat(((InvalidRequestException) error).fields())
                        .extracting(FieldError::field)
                        .containsExactly("lanes[1]", "lanes[1]", "lanes[2]", "lanes[3]"))
                .verify();
    }

    @ParameterizedTest
    @CsvSource({
        "tuned, tuned",
        "tuned, tuned:strings=2",
        "tuned:strings=3, tuned:strings=3.0:muted=false",
        "parallel, parallel:threads=0",
        "immediate, immediate"
    })
    void oneLaneInOtherWordsIsThereTwice(String lane, String again) {
        var request = ComparisonRequest.of("sums").on(lane, again);

        StepVerifier.create(lab.compare(request))
                .expectErrorSatisfies(error -> assertThat(((InvalidRequestException) error).fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.message()).contains("name each lane once")))
                .verify();
    }

    @Test
    void oneFamilyComparesWithItselfUnderItsFullNames() {
        String quick = "tuned:beatMillis=0.5";
        var request = ComparisonRequest.of("sums")
                .with(Map.of("upTo", 10))
                .on("immediate", "tuned", quick)
                .rounds(2, 0);

        List<ComparisonEvent> events = lab.compare(request).collectList().block();

        assertThat(events)
                .first()
                .isInstanceOfSatisfying(
                        ComparisonStarted.class,
                        started -> assertThat(started.lanes()).containsExactly("immediate", "tuned", quick));
        assertThat(events)
                .filteredOn(RoundStarted.class::isInstance)
                .extracting(event -> ((RoundStarted) event).lane())
                .contains(quick);
        assertThat(verdict(events).lanes()).extracting(LaneVerdict::lane).containsExactly("immediate", "tuned", quick);
        assertThat(verdict(events).recommended()).isEqualTo("immediate");
    }

    @Test
    void settingsAreListedAsASchemaAndOnlyWhereThereAreSome() throws Exception {
        var json = new JsonMapper();
        List<LaneInfo> lanes = lab.lanes().collectList().block();

        assertThat(json.writeValueAsString(lanes.get(0)))
                .isEqualTo("{\"name\":\"immediate\",\"summary\":\"on the home loop, one task after the other\","
                        + "\"available\":true}");
        LaneInfo tuned = lanes.get(lanes.size() - 1);
        String text = json.writeValueAsString(tuned);
        assertThat(text)
                .contains("\"emulation\":true")
                .contains("{\"type\":\"number\",\"minimum\":0.1,\"maximum\":100,")
                .contains("\"default\":5");
        assertThat(json.writeValueAsString(json.readValue(text, LaneInfo.class)))
                .isEqualTo(text);
    }

    private List<FieldError> error(RunRequest request) {
        try {
            lab.run(request).blockLast();
            return List.of();
        } catch (InvalidRequestException e) {
            return e.fields();
        }
    }

    private static Verdict verdict(List<ComparisonEvent> events) {
        return ((ComparisonEvent.Verdict) events.get(events.size() - 1)).verdict();
    }
}
