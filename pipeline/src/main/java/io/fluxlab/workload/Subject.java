package io.fluxlab.workload;

import io.fluxlab.parameter.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * What a run runs: the workload by name, with every parameter, and the plan made of them. Name and parameters are data:
 * another process with the same class path makes the same plan of them.
 *
 * @param corrected the same with what is known to be wrong put right, with a plan of its own each time; empty where nothing is
 */
public record Subject(
        String workload,
        Map<String, Object> parameters,
        Plan plan,
        Optional<Recipe> recipe,
        Optional<Supplier<Subject>> corrected) {

    /** Of a workload that is a service wherever it runs. */
    public Subject(String workload, Map<String, Object> parameters, Plan plan) {
        this(workload, parameters, plan, Optional.empty(), Optional.empty());
    }

    /** This subject, whose tasks are those of another plan. */
    public Subject with(Plan newPlan) {
        return new Subject(workload, parameters, newPlan, recipe, corrected);
    }

    /**
     * The workload of a recipe.
     *
     * @throws IllegalArgumentException where the recipe's maker is not on the class path
     */
    public static Workload<?> made(Recipe recipe) {
        for (WorkloadMaker maker : ServiceLoader.load(WorkloadMaker.class)) {
            if (maker.getClass().getName().equals(recipe.maker())) {
                return maker.make(recipe.data());
            }
        }
        throw new IllegalArgumentException("no maker of workloads " + recipe.maker() + " on the class path");
    }

    /**
     * Makes the subject from its data, with a plan of its own; empty where no workload of that name is on the class path.
     *
     * @throws io.fluxlab.error.InvalidRequestException where the parameters are wrong
     */
    public static Optional<Subject> of(String workload, Map<String, Object> parameters) {
        for (Workload<?> each : ServiceLoader.load(Workload.class)) {
            if (each.name().equals(workload)) {
                return Optional.of(of(each, parameters));
            }
        }
        return Optional.empty();
    }

    /**
     * Makes the subject of a workload that is there, with a plan of its own.
     *
     * @throws io.fluxlab.error.InvalidRequestException where the parameters are wrong
     */
    public static <P extends Record> Subject of(Workload<P> workload, Map<String, Object> parameters) {
        P values = Schema.withDefaults(workload.name(), workload.defaults()).read(parameters);
        return new Subject(workload.name(), parameters, workload.plan(values), workload.recipe(), Optional.empty());
    }
}
