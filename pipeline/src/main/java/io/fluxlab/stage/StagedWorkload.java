package io.fluxlab.stage;

import io.fluxlab.claim.Claim;
import io.fluxlab.measure.StageUse;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Call;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.Sizing;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadBuilder;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A workload each task of which is one element, or stream of elements, on its way through stages. */
record StagedWorkload<S, I>(WorkloadBuilder<S, I> builder, List<Stage> all) implements Workload<Repeated> {

    @Override
    public String name() {
        return plain().name();
    }

    @Override
    public String summary() {
        return plain().summary();
    }

    @Override
    public Kind kind() {
        return plain().kind();
    }

    @Override
    public Repeated defaults() {
        return plain().defaults();
    }

    @Override
    public Optional<Sizing<Repeated>> sizing(Repeated parameters) {
        return plain().sizing(parameters);
    }

    @Override
    public List<String> stages(Repeated parameters) {
        return all.stream().map(Stage::name).toList();
    }

    @Override
    public Plan plan(Repeated parameters) {
        StagedFlow flow = new StagedFlow(all);
        return new StagedPlan(workload(flow).plan(parameters), flow);
    }

    private Workload<Repeated> plain() {
        return workload(new StagedFlow(all));
    }

    private Workload<Repeated> workload(StagedFlow flow) {
        return builder.body((Call<S, I> call) -> flow.apply(call, call.context()));
    }

    /** The plan of a run, which knows what its stages took. */
    private record StagedPlan(Plan plan, StagedFlow flow) implements Plan {

        @Override
        public int size() {
            return plan.size();
        }

        @Override
        public String label(int task) {
            return plan.label(task);
        }

        @Override
        public long total(int task) {
            return plan.total(task);
        }

        @Override
        public Publisher<?> body(int task, TaskContext context) {
            return plan.body(task, context);
        }

        @Override
        public Claim claim(AtOnce atOnce) {
            return plan.claim(atOnce);
        }

        @Override
        public Mono<Void> open(EventLoop home) {
            return plan.open(home);
        }

        @Override
        public Mono<Void> close() {
            return plan.close();
        }

        @Override
        public List<StageUse> stages() {
            return flow.uses();
        }
    }
}
