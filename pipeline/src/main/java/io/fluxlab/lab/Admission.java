package io.fluxlab.lab;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.capacity.CapacitySetup;
import io.fluxlab.claim.Lease;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.ComparisonSetup;
import io.fluxlab.comparison.ComparisonSetup.Place;
import io.fluxlab.comparison.Variant;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lane.Lane;
import io.fluxlab.load.Load;
import io.fluxlab.load.OfferedLoad;
import io.fluxlab.parameter.Names;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.Isolation;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSetup;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.trail.FollowedPlan;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Checks requests whole, before anything starts: everything that is wrong comes back in one error. Immutable. */
final class Admission {

    private final Catalog catalog;
    private final RunLimits limits;
    private final Optional<Isolation> isolation =
            ServiceLoader.load(Isolation.class).findFirst();

    Admission(Catalog catalog, RunLimits limits) {
        this.catalog = catalog;
        this.limits = limits;
    }

    /** What a request names, as far as there is such a thing. Nothing is planned yet. */
    private record Named(
            List<Lane> lanes,
            Optional<Supplier<Subject>> subject,
            Optional<Isolation> isolation,
            Map<String, Supplier<Subject>> variants) {}

    /** What is wrong with a request, at the cost of reading it: to plan what it asks for may cost far more. */
    List<FieldError> mistakes(RunRequest request) {
        FieldErrors errors = new FieldErrors();
        check(request, errors);
        return errors.found();
    }

    /** What is wrong with a comparison's request. */
    List<FieldError> mistakes(ComparisonRequest request) {
        FieldErrors errors = new FieldErrors();
        check(request, errors);
        return errors.found();
    }

    RunSetup admit(RunRequest request, Publisher<SteerCommand> commands) {
        FieldErrors errors = new FieldErrors();
        Named named = check(request, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors.found());
        }
        Lane lane = named.lanes().get(0);
        Subject asked = named.subject().orElseThrow().get();
        Subject found = Boolean.TRUE.equals(request.hops()) ? asked.with(new FollowedPlan(asked.plan())) : asked;
        Optional<OfferedLoad> offered =
                Optional.ofNullable(request.load()).map(load -> offered(load, OfferedLoad.USUAL));
        checkSize(found.plan());
        int size = offered.map(load -> load.schedule().size())
                .orElseGet(() -> found.plan().size());
        checkConcurrency(request.concurrency());
        int concurrency = request.concurrency() != null ? request.concurrency() : limits.concurrency(lane, size);
        BystanderRate bystander = request.bystander() != null ? request.bystander() : BystanderRate.DEFAULT;
        Steering steering = new Steering(commands, limits.runTime(request.runTimeMillis()));
        RunSetup setup = new RunSetup(RunId.random("run"), found, lane, concurrency, bystander, steering);
        RunSetup under = offered.map(setup::under).orElse(setup);
        return Boolean.TRUE.equals(request.trace()) ? under.withTrace() : under;
    }

    private Named check(RunRequest request, FieldErrors errors) {
        errors.addAll(RunRequest.SCHEMA.mistakes(request));
        Optional<Supplier<Subject>> subject = subject(request.workload(), request.parameters(), errors);
        LaneReader reader = lanes(stages(request.workload(), request.parameters()), errors);
        Lane lane = request.placement() == null
                ? reader.one("lane", request.lane())
                : reader.placement("placement", request.placement());
        checkFit("lane", lane, request.workload(), errors);
        if (request.load() != null) {
            request.load().check("load", OfferedLoad.USUAL, errors);
        }
        return new Named(lane == null ? List.of() : List.of(lane), subject, Optional.empty(), Map.of());
    }

    ComparisonSetup admit(ComparisonRequest request) {
        FieldErrors errors = new FieldErrors();
        Named named = check(request, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors.found());
        }
        Supplier<Subject> subject = named.subject().orElseThrow();
        checkSize(subject.get().plan());
        named.variants().values().forEach(variant -> checkSize(variant.get().plan()));
        if (request.load() != null) {
            checkLoad(request.load().orDuring(ComparisonSetup.LOAD_TIME));
        }
        Place place = new Place(limits.runTime(), named.isolation(), Lease.NONE, limits.concurrencyPerRun());
        return new ComparisonSetup(
                RunId.random("comparison"), request, subject, named.lanes(), place, named.variants());
    }

    private Named check(ComparisonRequest request, FieldErrors errors) {
        errors.addAll(ComparisonRequest.SCHEMA.mistakes(request));
        if (request.load() != null) {
            request.load().check("load", ComparisonSetup.LOAD_TIME, errors);
        }
        LaneReader reader = lanes(stages(request.workload(), request.parameters()), errors);
        List<Lane> lanes =
                request.placements() == null ? reader.all("lanes", request.lanes()) : reader.placements(request);
        checkFit(lanes, request.lanes(), request.workload(), errors);
        if (request.variants() != null) {
            return checkVariants(request, request.variants(), lanes, errors);
        }
        if (request.placements() != null
                && !request.searchesPlacements()
                && !request.candidates().isEmpty()) {
            String message = "placements name the lanes themselves: leave lanes or placements away, was "
                    + Names.shortened(String.join(", ", request.lanes()));
            errors.add("lanes", request.lanes(), message);
        }
        String baseline = request.baseline();
        List<String> compared =
                request.searchesPlacements() ? lanes.stream().map(Lane::name).toList() : request.compared();
        if (baseline != null && !compared.contains(baseline) && !(compared.isEmpty() && !errors.isEmpty())) {
            String message = "baseline must be one of the %s compared, was %s%s"
                    .formatted(
                            request.placements() == null ? "lanes" : "placements",
                            Names.shortened(baseline),
                            request.searchesPlacements()
                                    ? "; such as " + compared.get(0)
                                    : Names.hint(baseline, compared));
            errors.add("baseline", baseline, message);
        }
        Optional<Supplier<Subject>> subject = subject(request.workload(), request.parameters(), errors);
        return new Named(lanes, subject, isolation(request, lanes, errors), Map.of());
    }

    private Named checkVariants(
            ComparisonRequest request, List<Variant> variants, List<Lane> lanes, FieldErrors errors) {
        if (request.lanes().size() != 1) {
            errors.add(
                    "lanes",
                    request.lanes(),
                    "variants are compared on one lane, was " + request.lanes().size());
        }
        VariantReader reader = new VariantReader(request, variants, errors);
        reader.checkNames();
        Map<String, Supplier<Subject>> subjects = new LinkedHashMap<>();
        for (int i = 0; i < variants.size() && !errors.isFull(); i++) {
            Variant variant = variants.get(i);
            String field = "variants[" + i + "]";
            String workload = reader.workload(variant);
            FieldErrors own = new FieldErrors();
            subject(workload, reader.parameters(variant), own)
                    .ifPresent(subject -> subjects.put(variant.name(), subject));
            own.found().forEach(error -> errors.add(error.under(field)));
            lanes.forEach(lane -> checkFit(field, lane, workload, errors));
        }
        List<Lane> named = lanes.stream()
                .flatMap(lane -> variants.stream().<Lane>map(variant -> ConfiguredLane.called(variant.name(), lane)))
                .toList();
        Optional<Supplier<Subject>> first = subjects.values().stream().findFirst();
        return new Named(named, first, isolation(request, lanes, errors), subjects);
    }

    /** What is wrong with a search's request. */
    List<FieldError> mistakes(CapacityRequest request) {
        FieldErrors errors = new FieldErrors();
        check(request, errors);
        return errors.found();
    }

    CapacitySetup admit(CapacityRequest request) {
        FieldErrors errors = new FieldErrors();
        Named named = check(request, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors.found());
        }
        Supplier<Subject> subject = named.subject().orElseThrow();
        checkSize(subject.get().plan());
        return new CapacitySetup(
                RunId.random("capacity"),
                request,
                subject,
                named.lanes(),
                new CapacitySetup.Bounds(limits.tasksPerRun(), limits.runTime(), limits.concurrencyPerRun()));
    }

    private Named check(CapacityRequest request, FieldErrors errors) {
        errors.addAll(CapacityRequest.SCHEMA.mistakes(request));
        request.check(errors);
        List<Lane> lanes =
                lanes(stages(request.workload(), request.parameters()), errors).all("lanes", request.lanes());
        checkFit(lanes, request.lanes(), request.workload(), errors);
        Optional<Supplier<Subject>> subject = subject(request.workload(), request.parameters(), errors);
        return new Named(lanes, subject, Optional.empty(), Map.of());
    }

    private void checkFit(List<Lane> lanes, List<String> texts, String workload, FieldErrors errors) {
        lanes.stream()
                .filter(lane -> texts.contains(lane.name()))
                .forEach(lane -> checkFit("lanes[" + texts.indexOf(lane.name()) + "]", lane, workload, errors));
    }

    private Optional<Isolation> isolation(ComparisonRequest request, List<Lane> lanes, FieldErrors errors) {
        if (!Boolean.TRUE.equals(request.isolate())) {
            if (Boolean.TRUE.equals(request.warm())) {
                errors.add("warm", true, "warm is for fresh JVMs: isolate must be true");
            }
            return Optional.empty();
        }
        if (isolation.isEmpty()) {
            errors.add("isolate", true, "no run can have a JVM of its own here: nothing offers that");
            return isolation;
        }
        lanes.forEach(lane -> lane.isolationRefusal()
                .ifPresent(reason -> errors.add(
                        "isolate", true, "%s has no fresh JVM for each run: %s".formatted(lane.name(), reason))));
        Catalog.Entry<?> entry = catalog.workload(request.workload());
        if (entry != null) {
            isolation.get().refusal(entry.workload()).ifPresent(reason -> {
                String message = "%s can't run in a JVM of its own: %s".formatted(request.workload(), reason);
                errors.add("isolate", true, message);
            });
        }
        return isolation;
    }

    private LaneReader lanes(Optional<List<String>> stages, FieldErrors errors) {
        return new LaneReader(catalog, stages, limits.concurrencyPerRun(), errors);
    }

    /** The stages of a workload's pipeline; empty where that can't be told, as something is wrong with it or its parameters. */
    private Optional<List<String>> stages(String workload, @Nullable Map<String, Object> parameters) {
        return Optional.ofNullable(catalog.workload(workload))
                .flatMap(entry -> entry.stages(parameters == null ? Map.of() : parameters));
    }

    private void checkFit(String field, @Nullable Lane lane, String workload, FieldErrors errors) {
        Catalog.Entry<?> entry = catalog.workload(workload);
        if (lane != null && entry != null) {
            lane.refusal(entry.workload()).ifPresent(reason -> {
                String message = "the lane %s can't run %s: %s".formatted(lane.name(), workload, reason);
                errors.add(field, lane.name(), message);
            });
        }
    }

    private Optional<Supplier<Subject>> subject(
            String name, @Nullable Map<String, Object> parameters, FieldErrors errors) {
        Catalog.Entry<?> entry = catalog.workload(name);
        if (entry == null) {
            String hint = Names.hint(name, catalog.workloadNames());
            errors.add("workload", name, "unknown workload " + Names.shortened(name) + hint);
            return Optional.empty();
        }
        return subject(entry, parameters == null ? Map.of() : parameters, errors);
    }

    private <P extends Record> Optional<Supplier<Subject>> subject(
            Catalog.Entry<P> entry, Map<String, Object> parameters, FieldErrors errors) {
        try {
            P values = entry.schema().read(parameters);
            return Optional.of(() -> entry.subject(values));
        } catch (InvalidRequestException e) {
            e.fields().forEach(error -> errors.add(error.under("parameters")));
            return Optional.empty();
        }
    }

    private void checkConcurrency(@Nullable Integer concurrency) {
        if (concurrency != null && concurrency > limits.concurrencyPerRun()) {
            throw RejectedRequestException.limit("concurrencyPerRun", limits.concurrencyPerRun(), concurrency);
        }
    }

    private OfferedLoad offered(Load load, Duration usual) {
        Load whole = load.orDuring(usual);
        checkLoad(whole);
        return OfferedLoad.of(whole, ThreadLocalRandom.current().nextLong());
    }

    /** @throws RejectedRequestException where it brings more tasks, keeps more waiting or lasts longer than a run may */
    void checkLoad(Load load) {
        int most = limits.tasksPerRun();
        if (load.expectedTasks() > most) {
            throw RejectedRequestException.limit("tasksPerRun", most, (long) load.expectedTasks());
        }
        if (load.backlog() != null && load.backlog() > most) {
            throw RejectedRequestException.limit("tasksPerRun", most, load.backlog());
        }
    }

    /** @throws RejectedRequestException where the plan has more tasks than a run may have */
    void checkSize(Plan plan) {
        if (plan.size() > limits.tasksPerRun()) {
            throw RejectedRequestException.limit("tasksPerRun", limits.tasksPerRun(), plan.size());
        }
    }
}
