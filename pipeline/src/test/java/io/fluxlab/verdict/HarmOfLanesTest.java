package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What canaries beside the bystander have to say in a recommendation. */
class HarmOfLanesTest {

    @Test
    void aFasterLaneThatKeepsTheCarriersIsRuledOutAndTheReasonNamesThem() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 1000, 900, 1)
                .lane("parallel", 500, 2, 3)
                .lane("virtual", 450, 1, 3)
                .harming(CanaryKind.CARRIER, "carriers", false, 610)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("parallel");
        assertThat(verdict.ground()).isEqualTo(Ground.BEARABLE);
        assertThat(verdict.reason())
                .endsWith(
                        "virtual is ruled out, though faster: on it a virtual thread wakes 610 ms late (p99); on parallel, "
                                + "the calmest lane, the event loop's bystander waits 2 ms (p99).");
    }

    @Test
    void ofEquallyFastLanesTheOneThatLeavesTimersAloneIsCalmer() {
        Verdict verdict = Lanes.rounds(10)
                .lane("bounded-elastic", 500, 30, 12)
                .lane("parallel:shared=true", 500, 1, 3)
                .harming(CanaryKind.TIMER, "parallel", false, 240)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("bounded-elastic");
        assertThat(verdict.ground()).isEqualTo(Ground.CALM);
        assertThat(verdict.reason())
                .contains("a timer on the parallel scheduler fires 240 ms late (p99)")
                .contains("the event loop's bystander waits 30 ms (p99)");
    }

    @Test
    void whatOnlyTheLaneUsesSpeaksAgainstNothing() {
        Verdict verdict = Lanes.rounds(10)
                .lane("bounded-elastic", 500, 1, 12)
                .lane("parallel", 500, 1, 3)
                .harming(CanaryKind.TIMER, "parallel", true, 240)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("parallel");
        assertThat(verdict.ground()).isEqualTo(Ground.THREADS);
    }

    @Test
    void aCanaryThatIsAsLateAsTheMachineMakesItDoesNotChoose() {
        Verdict verdict = Lanes.rounds(10)
                .lane("bounded-elastic", 500, 1, 12)
                .lane("virtual", 500, 1, 3)
                .harming(CanaryKind.CARRIER, "carriers", false, 4.5)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("virtual");
        assertThat(verdict.reason()).contains("the event loop is about as free");
    }

    @Test
    void aLoopThatIsLateByItselfIsNamedWithTheOthersOfItsGroup() {
        Verdict verdict = Lanes.rounds(10)
                .lane("virtual", 500, 1, 3)
                .harming(CanaryKind.LOOP, "http-1", false, 1)
                .harming(CanaryKind.LOOP, "http-2", false, 2)
                .harming(CanaryKind.LOOP, "http-3", false, 1)
                .lane("event-loop", 480, 1, 1)
                .harming(CanaryKind.LOOP, "http-1", false, 1)
                .harming(CanaryKind.LOOP, "http-2", false, 300)
                .harming(CanaryKind.LOOP, "http-3", false, 2)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("virtual");
        assertThat(verdict.reason())
                .contains("the event loop http-2 is 300 ms late (p99), and the one in the middle of its group 2 ms");
    }

    @Test
    void figuresOfATypicalRoundAreTold() {
        LaneVerdict lane = Lanes.rounds(10)
                .lane("virtual", 500, 1, 3)
                .harming(CanaryKind.CARRIER, "carriers", false, 610)
                .verdict()
                .lanes()
                .get(0);

        assertThat(lane.canaries()).singleElement().satisfies(reading -> {
            assertThat(reading.latency().p99Nanos()).isEqualTo(610_000_000);
            assertThat(reading.latency().count()).isEqualTo(10 * 100);
        });
    }

    @Test
    void theNoteOnASchedulerOfItsOwnSaysWhatTimersOnItWouldSuffer() {
        VerdictWording wording = VerdictWording.in(Language.EN);
        List<LaneVerdict> lanes = Lanes.rounds(10)
                .lane("bounded-elastic", 500, 1, 12)
                .harming(CanaryKind.WORKER, "bounded-elastic", false, 90)
                .lane("parallel", 500, 1, 3)
                .harming(CanaryKind.TIMER, "parallel", true, 240)
                .lane("virtual", 500, 1, 3)
                .harming(CanaryKind.CARRIER, "carriers", false, 610)
                .verdict()
                .lanes();

        assertThat(wording.note(lanes.get(0), 1)).contains("whoever else wanted one waited 90 ms (p99)");
        assertThat(wording.note(lanes.get(1), 1))
                .startsWith("A scheduler of your own, made once, and not Schedulers.parallel(): every timer")
                .endsWith("they fired 240 ms late (p99).");
        assertThat(wording.note(lanes.get(2), 1)).endsWith("others woke 610 ms late (p99).");
    }
}
