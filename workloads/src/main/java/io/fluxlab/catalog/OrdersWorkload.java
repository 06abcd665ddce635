package io.fluxlab.catalog;

import io.fluxlab.parameter.Param;
import io.fluxlab.stage.Stages;
import io.fluxlab.workload.ForwardingPlan;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.Workload;
import io.netty.channel.EventLoop;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A pipeline whose stages are said in a text: one that waits without a thread, one that computes, one that blocks, or others.
 */
public final class OrdersWorkload implements Workload<OrdersWorkload.Parameters> {

    /**
     * What the orders go through.
     *
     * @param stages the stages, as {@link BuiltInStage#readAll} reads them
     * @param tasks how many orders
     */
    public record Parameters(
            @Param(
                    value = "the stages, as name:sleep=TIME, which holds no thread, name:burn=TIME, which computes, "
                            + "or name:block=TIME, with :concurrency=N and :prefetch=N behind it if one likes",
                    max = 1_000)
            String stages,

            @Param(value = "how many orders", min = 1, max = 1_000_000)
            int tasks) {

        public Parameters {
            BuiltInStage.readAll(stages);
        }
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String summary() {
        return "takes orders through the stages of a pipeline, each of which may run elsewhere";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters("fetch:sleep=20ms,parse:burn=5ms,store:block=10ms", 64);
    }

    @Override
    public List<String> stages(Parameters parameters) {
        return BuiltInStage.readAll(parameters.stages()).stream()
                .map(BuiltInStage::name)
                .toList();
    }

    @Override
    public Plan plan(Parameters parameters) {
        List<BuiltInStage> stages = BuiltInStage.readAll(parameters.stages());
        return new OrdersPlan(
                pipeline(stages).plan(new Repeated(parameters.tasks(), 1)),
                stages.stream().anyMatch(stage -> stage.work() == BuiltInStage.Work.BURN));
    }

    private static Workload<Repeated> pipeline(List<BuiltInStage> stages) {
        BuiltInStage first = stages.get(0);
        Stages<Object> pipeline = first.bounding(Stages.with(Workload.builder("orders"))
                .from(first.name(), call -> first.apply(call.task(), call.context())));
        for (BuiltInStage stage : stages.subList(1, stages.size())) {
            pipeline = stage.bounding(pipeline.thenAt(stage.name(), stage::apply));
        }
        return pipeline.as("orders");
    }

    /** Knows how much work a millisecond is before the clock starts. */
    private static final class OrdersPlan extends ForwardingPlan {

        private final boolean burns;

        OrdersPlan(Plan plan, boolean burns) {
            super(plan);
            this.burns = burns;
        }

        @Override
        public String label(int task) {
            return "order " + task;
        }

        @Override
        public Mono<Void> open(EventLoop home) {
            Mono<Void> ready = burns ? Mono.fromRunnable(CpuWork::calibrate) : Mono.empty();
            return ready.then(super.open(home));
        }
    }
}
