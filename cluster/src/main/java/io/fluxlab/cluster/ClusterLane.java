package io.fluxlab.cluster;

import io.fluxlab.claim.Claim;
import io.fluxlab.cluster.coordinator.ClusterSession;
import io.fluxlab.cluster.coordinator.ClusterSource;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.LaneFamily;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Locality;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.child.Services;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * In worker JVMs that share no heap and need share no machine, over a broker. Where no coordinator is given, it has one of its
 * own with workers on this machine. Immutable, but for a cluster that is kept.
 */
public final class ClusterLane implements LaneFamily<ClusterSettings> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of a coordinator: Artemis's threads, and its descriptors without those of workers. */
    private static final Claim COORDINATOR =
            Claim.ofThreads(32).plus(Claim.ofDescriptors(24)).plus(Claim.ofHeapBytes(64L << 20));

    private final ClusterSettings settings;
    private final Duration patience;
    private final @Nullable LocalCluster kept;
    private final @Nullable Coordinator coordinator;

    /** The lane with default settings, for {@link ServiceLoader}. */
    public ClusterLane() {
        this(ClusterSettings.DEFAULT, PATIENCE, null, null);
    }

    private ClusterLane(
            ClusterSettings settings,
            Duration patience,
            @Nullable LocalCluster kept,
            @Nullable Coordinator coordinator) {
        this.settings = settings;
        this.patience = patience;
        this.kept = kept;
        this.coordinator = coordinator;
    }

    /** The lane over those who have joined a coordinator, which outlives it. */
    public static ClusterLane at(Coordinator coordinator) {
        return new ClusterLane(ClusterSettings.DEFAULT, PATIENCE, null, coordinator);
    }

    /** This lane, whose workers may stay silent for so long. */
    ClusterLane withPatience(Duration newPatience) {
        return new ClusterLane(settings, newPatience, kept, coordinator);
    }

    @Override
    public ClusterSettings settings() {
        return settings;
    }

    @Override
    public ClusterLane with(ClusterSettings newSettings) {
        return new ClusterLane(newSettings, patience, kept, coordinator);
    }

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public String summary() {
        return "in worker JVMs, on this machine or on others, over a broker";
    }

    /** Whoever wants machines says so. */
    @Override
    public boolean isUsual() {
        return false;
    }

    @Override
    public int concurrency(int tasks) {
        Coordinator there = coordinator;
        int lanes = there == null ? settings.lanesOrUsual() : Math.max(1, there.lanes());
        return Math.clamp(tasks, 1, Math.min(lanes, ClusterSettings.MOST_LANES));
    }

    @Override
    public int mostConcurrency() {
        return ClusterSettings.MOST_LANES;
    }

    /** A JVM of its own would be one more coordinator, in front of the same workers. */
    @Override
    public Optional<String> isolationRefusal() {
        return Optional.of("its tasks run in workers, which go on from run to run");
    }

    @Override
    public Claim claim(int concurrency) {
        return coordinator == null
                ? Children.claim(settings.workers(), settings.heapMegabytes()).plus(COORDINATOR)
                : Claim.ofThreads(1);
    }

    @Override
    public Locality locality() {
        return Locality.NETWORK;
    }

    @Override
    public Optional<String> refusal(Workload<?> workload) {
        return Services.refusal(workload);
    }

    /** This lane over one cluster, whose workers stay from run to run and open a new plan for each. */
    @Override
    public Optional<KeptLane> keep() {
        if (coordinator != null) {
            return Optional.empty(); // it is kept anyway
        }
        LocalCluster cluster = new LocalCluster(settings, patience, true);
        return Optional.of(new KeptLane(new ClusterLane(settings, patience, cluster, null), cluster.end()));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return new ClusterSession(source(), concurrency);
    }

    private ClusterSource source() {
        Coordinator there = coordinator;
        if (there != null) {
            return ClusterSource.of(there);
        }
        LocalCluster known = kept;
        return known == null ? new LocalCluster(settings, patience, false) : known;
    }
}
