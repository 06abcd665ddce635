package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.StageUse;
import io.fluxlab.workload.Workload;
import java.util.List;
import java.util.Optional;

/** An execution model. Found by {@link java.util.ServiceLoader}. Implementations are stateless and thread-safe. */
public interface Lane {

    /** The id that requests use: kebab-case. */
    String name();

    /** What it is, in one line. */
    String summary();

    /** Why it can't be used here, or empty where it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /** Whether it imitates another runtime's model: no verdict recommends it where there is another lane. */
    default boolean isEmulation() {
        return false;
    }

    /** Whether a comparison that names no lanes has this one. */
    default boolean isUsual() {
        return !isEmulation();
    }

    /** How many of {@code tasks} tasks run at once where the request does not say. */
    int concurrency(int tasks);

    /** The most tasks that can run at once here: what a request asks for beyond that, it does not get. */
    default int mostConcurrency() {
        return Integer.MAX_VALUE;
    }

    /**
     * What a run with so many tasks at once takes of the machine for the lane, beside what the run and its tasks take
     * wherever they run. Cheap.
     */
    default Claim claim(int concurrency) {
        return Claim.ofThreads(concurrency);
    }

    /** How many of so many tasks at once can be in the midst of a computation: others wait for its end, or its next wait. */
    default int computing(int concurrency) {
        return concurrency;
    }

    /** How far away its tasks run. */
    default Locality locality() {
        return Locality.PROCESS;
    }

    /** Whether tasks run in other processes: the heap and the descriptors that they take are not this JVM's. */
    default boolean isElsewhere() {
        return locality() != Locality.PROCESS;
    }

    /** Why it can't run this workload, or empty where it can: a lane outside this JVM can't run what is only here. */
    default Optional<String> refusal(Workload<?> workload) {
        return Optional.empty();
    }

    /** Why a fresh JVM for each run would not make its runs fresh, or empty where it would. */
    default Optional<String> isolationRefusal() {
        return Optional.empty();
    }

    /**
     * This lane for the runs of a comparison, where it has something that is dear to make and grows faster with use,
     * as a JVM does: else the comparison's warm-up rounds would warm every lane but this one. Empty where it has not.
     */
    default Optional<KeptLane> keep() {
        return Optional.empty();
    }

    /** This lane as the place of stages of a pipeline; empty where it is no scheduler in this JVM. */
    default Optional<StagePlace> stagePlace() {
        return Optional.empty();
    }

    /** What to write for a pipeline whose stages run here and took this; empty where there is nothing of the kind. */
    default Optional<String> code(String name, List<StageUse> stages) {
        return code(name);
    }

    /**
     * What to write in Reactor to have {@code body} run as it does here; empty where there is nothing of the kind.
     *
     * @param name names the threads, where there are any: kebab-case
     */
    default Optional<String> code(String name) {
        return Optional.empty();
    }

    /**
     * Makes the schedulers of one run, named after the lane.
     *
     * @param home the run's home loop, which outlives the session
     * @param concurrency how many tasks will run at once to begin with; steering may change it
     */
    LaneSession open(HomeLoop home, int concurrency);
}
