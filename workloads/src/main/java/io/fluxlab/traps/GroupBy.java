package io.fluxlab.traps;

import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** More groups than {@code flatMap} subscribes to at once wait for each other for ever (reactor-core#596). */
public final class GroupBy extends Trap<GroupBy.Parameters> {

    /**
     * How many groups.
     *
     * @param style which form of it
     * @param tasks how many tasks
     * @param groups how many groups the elements of each task fall into
     */
    public record Parameters(
            @Param("as people wrote it, or put right") Style style,

            @Param(value = "how many tasks", min = 1, max = 1_000)
            int tasks,

            @Param(value = "how many groups the elements of a task fall into", min = 1, max = 100_000)
            int groups) {}

    public GroupBy() {
        super(
                "group-by",
                "collects more groups with flatMap than it subscribes to at once",
                Kind.ASYNC,
                new Parameters(Style.WRITTEN, 2, 1_000));
    }

    @Override
    public Optional<Parameters> corrected(Parameters parameters) {
        return parameters.style() == Style.WRITTEN
                ? Optional.of(new Parameters(Style.FIXED, parameters.tasks(), parameters.groups()))
                : Optional.empty();
    }

    @Override
    public Plan plan(Parameters parameters) {
        return tasks(parameters.tasks(), Workload.builder(name()).body(call -> switch (parameters.style()) {
            case WRITTEN -> written(parameters.groups());
            case FIXED -> fixed(parameters.groups());
        }));
    }

    private static Mono<Long> written(int groups) {
        return Flux.range(0, 2 * groups)
                .groupBy(element -> element % groups)
                .flatMap(group -> group.collectList().map(List::size))
                .count();
    }

    private static Mono<Long> fixed(int groups) {
        return Flux.range(0, 2 * groups)
                .groupBy(element -> element % groups)
                .flatMap(group -> group.collectList().map(List::size), groups)
                .count();
    }
}
