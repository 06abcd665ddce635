package io.fluxlab.stage;

import io.fluxlab.measure.StageUse;
import io.fluxlab.workload.Call;
import io.fluxlab.workload.ForwardingPlan;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.Sizing;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadBuilder;
import java.util.List;
import java.util.Optional;

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
    private static final class StagedPlan extends ForwardingPlan {

        private final StagedFlow flow;

        StagedPlan(Plan plan, StagedFlow flow) {
            super(plan);
            this.flow = flow;
        }

        /** What a way through all stages takes is no price of a call. */
        @Override
        public int calls() {
            return 0;
        }

        @Override
        public List<StageUse> stages() {
            return flow.uses();
        }
    }
}
