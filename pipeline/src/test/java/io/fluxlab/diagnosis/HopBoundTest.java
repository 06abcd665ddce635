package io.fluxlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.trail.HopPath;
import io.fluxlab.trail.HopPath.Stop;
import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopBoundTest {

    @Test
    void hopsThatTakeLongerThanTheWorkAreTheCauseUnlessTheyWaitForAThread() {
        Cases alone =
                Cases.hop("publishOn", 30_000).doing(Activity.SUSPENDED, 6).doing(Activity.RUNNING, 2);
        Cases forWork = Cases.hop("publishOn", 30_000)
                .doing(Activity.SUSPENDED, 6)
                .doing(Activity.RUNNING, null, Position.ELSEWHERE, "parallel", 2, 2);
        Cases forShortTimes =
                Cases.hop("publishOn", 30_000).doing(Activity.SUSPENDED, 0.3).doing(Activity.RUNNING, 0.7);

        assertThat(alone.handing(2).finding().cause()).isEqualTo(Cause.HOP_BOUND);
        assertThat(forWork.finding().cause()).isEqualTo(Cause.LEFT_THE_LANE);
        assertThat(forShortTimes.finding().cause()).isEqualTo(Cause.CPU_BOUND);
    }

    @Test
    void whatAHopCostsIsToldOfOneCallOfMany() {
        List<Stop> stops = List.of(
                new Stop("home", null, 0, 0),
                new Stop("boundedElastic-1", "subscribeOn", 0, 0),
                new Stop("parallel-1", "publishOn", 0, 1),
                new Stop("boundedElastic-2", "subscribeOn", 0, 0),
                new Stop("parallel-2", "publishOn", 0, 1));

        Finding finding = Cases.on("immediate")
                .calls(100)
                .taking(50_000_000)
                .hops(new HopPath(1, stops))
                .doing(Activity.SUSPENDED, 8)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.HOP_BOUND);
        assertThat(finding.suspicion().figures()).containsEntry("hops", 2.0).containsEntry("hopNanos", 250_000.0);
    }

    @Test
    void timeThatPassesOnTheWayToAnotherThreadIsNoHop() {
        assertThat(waitsOn("subscribeOnCallable", 5_000_000).cause()).isEqualTo(Cause.HOP_BOUND);
        assertThat(waitsOn("delayElement", 5_000_000).cause()).isEqualTo(Cause.WAITING);
        assertThat(waitsOn("flatMap", 5_000_000).cause()).isEqualTo(Cause.WAITING);
        assertThat(waitsOn("flatMap", 50_000).cause()).isEqualTo(Cause.HOP_BOUND);
    }

    @Test
    void whereACallWaitsForManyResultsThreadsThatTakeTurnsAllTheTimeTellThatTheyAreHops() {
        Cases one = Cases.on("bounded-elastic").doing(Activity.AWAITING, 8).taking(500_000_000);

        assertThat(one.switches(40_000).finding().suspicion().detail()).isEqualTo("switches");
        assertThat(one.switches(4_000).finding().cause()).isEqualTo(Cause.WAITING);
    }

    @Test
    void whereMostOfTheWorkIsToHandSomethingOverItsOrderAndItsThreadsAreNotTheCause() {
        Cases hopping = Cases.on("event-loop").doing(Activity.SUSPENDED, "concatMap", Position.LANE, "", 7, 7);

        assertThat(hopping.handing(0.9).cpu(1.2).finding().cause()).isEqualTo(Cause.HOP_BOUND);
        assertThat(hopping.cpu(0.3).finding().cause())
                .as("where threads only looked busy")
                .isEqualTo(Cause.SERIALISED);
        assertThat(hopping.cpu(1.2)
                        .doing(Activity.RUNNING, null, Position.ELSEWHERE, "parallel", 1, 1)
                        .finding()
                        .cause())
                .isNotEqualTo(Cause.HOP_BOUND);
    }

    private static Finding waitsOn(String via, long taskNanos) {
        return Cases.hop(via, taskNanos).doing(Activity.SUSPENDED, 8).finding();
    }

    @Test
    void resultsThatAreWaitedForAndThatHardlyAnyWorkIsSeenForAreHops() {
        Cases shortOnes = Cases.on("virtual")
                .started(2)
                .doing(Activity.AWAITING, 2)
                .calls(1_000)
                .taking(60_000_000);
        Cases longOnes =
                Cases.on("virtual").started(2).doing(Activity.AWAITING, 2).taking(9_000_000);

        assertThat(shortOnes.finding().cause()).isEqualTo(Cause.HOP_BOUND);
        assertThat(shortOnes.finding().suspicion().figures()).containsEntry("hopNanos", 31_250.0);
        assertThat(longOnes.finding().cause()).isEqualTo(Cause.WAITING);
    }

    @Test
    void whereManyWaitAtOnceForResultsBusyCpusTellThatTheyAreHops() {
        Cases many = Cases.on("virtual")
                .doing(Activity.AWAITING, 8)
                .calls(1_000)
                .taking(500_000_000)
                .cpu(1.9);

        assertThat(many.kernel(0.2, 0, 0.1).finding().cause()).isEqualTo(Cause.HOP_BOUND);
        assertThat(many.kernel(0.2, 0, 1.5).finding().cause()).isEqualTo(Cause.WAITING);
    }
}
