package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneContract;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.run.Board;
import io.fluxlab.run.ContractWorkload;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.Script;
import io.fluxlab.run.Story;
import io.fluxlab.run.TracesFromElsewhere;
import io.fluxlab.run.Trial;
import io.fluxlab.testing.MachineTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, over one cluster whose workers stay from run to run. */
class ClusterLaneTest extends LaneContract {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final ClusterSettings SETTINGS = new ClusterSettings(2, 8, 128);

    private static KeptLane kept;

    /** Whose threads and sockets are there before a test looks for what a run leaves. */
    @BeforeAll
    static void open(@TempDir Path folder) {
        kept = new ClusterLane().with(SETTINGS).keep().orElseThrow();
        Trial.of(ContractWorkload.subject(Script.MIXED, 100, "", Board.at(folder.resolve("first"))), kept.lane())
                .story();
    }

    @AfterAll
    static void close() {
        kept.close().block(LONG);
    }

    @Override
    protected Lane lane() {
        return kept.lane();
    }

    @Test
    void workersSayTheirMachineProcessAndThread() {
        Story story = trial(Script.JUST, 20).atMost(2).story();

        Set<String> workers =
                story.all(TaskStarted.class).stream().map(TaskStarted::worker).collect(Collectors.toSet());
        assertThat(workers).isNotEmpty().allMatch(name -> name.matches("\\S+ pid \\d+ lane-\\d+"));
    }

    @Test
    void whatThreadsDoAtAWorkerIsTold() {
        TracesFromElsewhere.areToldOn(lane(), board());
    }

    @Test
    void shortTasksGoTogetherAndEachIsCountedOnce() {
        Story story = trial(Script.JUST, 20_000).atMost(2).story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(story.items()).hasSize(20_000);
        story.items().forEach((task, items) -> assertThat(items).containsExactly(task));
    }

    @Test
    void aRunTellsWhatItHadToDoWithTheNetwork() {
        NetworkUse small = network(Script.JUST, 100);
        NetworkUse large = network(Script.JUST, 1_000);

        assertThat(small.roundTripNanos()).isNotNull().isBetween(1L, LONG.toNanos());
        assertThat(small.sentBytes()).isPositive();
        assertThat(large.receivedBytes())
                .as("1000 items of at least a byte each")
                .isGreaterThan(1_000)
                .isGreaterThan(2 * small.receivedBytes());
    }

    private NetworkUse network(Script script, int tasks) {
        NetworkUse network =
                trial(script, tasks).atMost(2).story().end().summary().network();
        assertThat(network).isNotNull();
        return network;
    }

    @Test
    void aClusterOfOneRunIsGoneWithIt() {
        Guests guests = new Guests(board());
        Set<String> before = brokers();

        Story story = Trial.of(
                        ContractWorkload.subject(Script.SIGNING, 4, "", board()),
                        new ClusterLane().with(new ClusterSettings(1, 1, 64)))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        guests.leaveWithinASecond();
        MachineTime.within(Duration.ofSeconds(1), () -> assertThat(brokers()).isEqualTo(before));
    }

    /** The brokers whose threads are here: each names them after itself. */
    private static Set<String> brokers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("fluxlab-cluster-"))
                .map(name -> name.replaceAll(".*(fluxlab-cluster-\\d+).*", "$1"))
                .filter(name -> name.matches("fluxlab-cluster-\\d+"))
                .collect(Collectors.toSet());
    }
}
