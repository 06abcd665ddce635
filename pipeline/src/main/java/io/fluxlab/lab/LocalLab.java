package io.fluxlab.lab;

import io.fluxlab.canary.WatchedLoops;
import io.fluxlab.capacity.Capacity;
import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.capacity.CapacitySetup;
import io.fluxlab.claim.Claim;
import io.fluxlab.comparison.Comparison;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.ComparisonSetup;
import io.fluxlab.error.FieldError;
import io.fluxlab.lane.Lane;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.Bystanders;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSetup;
import io.fluxlab.run.Runner;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.wording.Words;
import io.fluxlab.workload.Workload;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A lab in this JVM: workloads and lanes come from {@link ServiceLoader} and from its builder. What it lists is made when it
 * is built, and stays that. Thread-safe.
 */
public final class LocalLab implements Lab {

    private final Catalog catalog;
    private final Admission admission;
    private final Claims claims;
    private final Sizer sizer;
    private final Bystanders bystanders;
    private final WatchedLoops loops;

    private LocalLab(Catalog catalog, RunLimits limits, WatchedLoops loops) {
        this.catalog = catalog;
        this.admission = new Admission(catalog, limits);
        this.claims = new Claims(limits.atOnce(), System::nanoTime);
        this.sizer = new Sizer(catalog, admission, this::trial);
        this.bystanders = new Bystanders();
        this.loops = loops;
    }

    private LocalLab(LocalLab same, WatchedLoops loops) {
        this.catalog = same.catalog;
        this.admission = same.admission;
        this.claims = same.claims;
        this.sizer = same.sizer;
        this.bystanders = same.bystanders;
        this.loops = loops;
    }

    /** A lab with every workload and lane on the class path, and no limits. */
    public static LocalLab create() {
        return builder().build();
    }

    /** A lab with more than what is on the class path. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * This lab, where each of these event loops is watched by a canary of its own while something runs, beside those that
     * are watched already: those of a server, say, that the tasks call. Loops that have not started yet will. They stay the
     * caller's, who may end them at any time: those say nothing any more.
     */
    public LocalLab watching(EventLoopGroup group) {
        return new LocalLab(this, loops.plus(group));
    }

    @Override
    public Flux<WorkloadInfo> workloads() {
        return Flux.fromIterable(catalog.workloads());
    }

    @Override
    public Flux<LaneInfo> lanes() {
        return Flux.fromIterable(catalog.lanes());
    }

    @Override
    public Flux<RunEvent> run(RunRequest request) {
        return steer(request, Flux.never());
    }

    @Override
    public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
        return Mono.defer(() -> sizer.sized(request))
                .flatMapMany(sized -> {
                    RunSetup setup = admission.admit(sized, commands);
                    return claims.during(
                            Want.of(setup),
                            grant -> Runner.run(setup.steered(command -> fit(command, setup, grant)), grant));
                })
                .contextWrite(bystanders.told())
                .contextWrite(loops.told());
    }

    /** A run that is cancelled after some time. */
    private Flux<RunEvent> trial(RunRequest request, Duration most) {
        return Flux.defer(() -> {
            RunSetup setup = admission.admit(request, Flux.never()).within(most);
            return claims.during(Want.of(setup), grant -> Runner.run(setup, grant));
        });
    }

    /** Of the tasks at once that a command asks for, as many as there is room for beside what else goes on. */
    private static SteerCommand fit(SteerCommand command, RunSetup setup, Grant grant) {
        return command.value() == null
                ? command
                : command.atMost(
                        grant.enlarge(concurrency -> Want.of(setup, concurrency).all(), command.value()));
    }

    @Override
    public Flux<ComparisonEvent> compare(ComparisonRequest request) {
        return Mono.defer(() -> sizer.sized(request))
                .flatMapMany(sized -> {
                    ComparisonSetup setup = admission.admit(sized);
                    return claims.during(Want.of(setup), grant -> Comparison.run(setup.under(grant)));
                })
                .contextWrite(bystanders.told())
                .contextWrite(loops.told());
    }

    /** Each step claims what it takes: how much that is nobody knows before the rate is found. */
    @Override
    public Flux<CapacityEvent> capacity(CapacityRequest request) {
        return Mono.defer(() -> sizer.sized(request))
                .flatMapMany(sized -> {
                    CapacitySetup setup = admission.admit(sized);
                    return claims.during(
                            Want.between(setup.lanes()),
                            kept -> Capacity.run(
                                    setup,
                                    step -> claims.during(Want.ofStep(step), grant -> Runner.run(step, grant)),
                                    kept));
                })
                .contextWrite(bystanders.told())
                .contextWrite(loops.told());
    }

    /** What all runs and comparisons that go on claim together, now. */
    public Claim claimed() {
        return claims.taken();
    }

    /** What runs that go on, alone or in comparisons, do to their bystanders now: the worst of each figure. */
    public Latency bystander() {
        return bystanders.worst();
    }

    @Override
    public List<FieldError> mistakes(RunRequest request) {
        return admission.mistakes(request);
    }

    @Override
    public List<FieldError> mistakes(ComparisonRequest request) {
        return admission.mistakes(request);
    }

    @Override
    public List<FieldError> mistakes(CapacityRequest request) {
        return admission.mistakes(request);
    }

    /** Collects what a lab has. Not thread-safe. */
    public static final class Builder {

        private final List<Workload<?>> workloads = new ArrayList<>();
        private final List<Lane> lanes = new ArrayList<>();
        private RunLimits limits = RunLimits.NONE;
        private WatchedLoops loops = WatchedLoops.NONE;

        private Builder() {
            ServiceLoader.load(Workload.class).forEach(workloads::add);
            ServiceLoader.load(Lane.class).forEach(lanes::add);
        }

        /** Adds a workload; it replaces one of the same name. */
        public Builder workload(Workload<?> workload) {
            workloads.removeIf(each -> each.name().equals(workload.name()));
            workloads.add(workload);
            return this;
        }

        /** Adds a lane; it replaces one of the same name. */
        public Builder lane(Lane lane) {
            lanes.removeIf(each -> each.name().equals(lane.name()));
            lanes.add(lane);
            return this;
        }

        /** Bounds the runs. */
        public Builder limits(RunLimits newLimits) {
            limits = newLimits;
            return this;
        }

        /** Has each of these event loops watched while something runs: see {@link LocalLab#watching}. */
        public Builder watching(EventLoopGroup group) {
            loops = loops.plus(group);
            return this;
        }

        /**
         * The lab.
         *
         * @throws UnsupportedLibraryException where the class path lacks what a lab needs, or has it in a version that is too
         *     old
         */
        public LocalLab build() {
            Libraries.check(LocalLab.class.getClassLoader());
            Words.prepare();
            return new LocalLab(new Catalog(workloads, lanes), limits, loops);
        }
    }
}
