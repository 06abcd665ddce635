package io.fluxlab.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.parameter.Param;
import io.fluxlab.parameter.Schema;
import io.fluxlab.run.RunRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that is to go on without whoever asks for it. On the wire it is the request itself, with {@code kind} and what else
 * the {@link Label} says among its fields. Immutable.
 *
 * @param work what to do
 * @param label how it is kept
 */
public record Submission(Work work, Label label) {

    public Submission {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(label, "label");
        if (work.kind() != label.kind()) {
            throw new IllegalArgumentException("kind must be %s, was %s"
                    .formatted(work.kind().id(), label.kind().id()));
        }
    }

    /** What can be submitted. */
    public sealed interface Work {

        /** Of which kind it is. */
        RunKind kind();

        /** The request's fields, as plain values. */
        Map<String, Object> fields();

        /** The workload's name, or the scenario's. */
        String workload();

        /** The names of the lanes, placements or variants; of a scenario none, since each step has its own. */
        List<String> lanes();
    }

    /** A run. */
    public record OfRun(RunRequest request) implements Work {
        @Override
        public RunKind kind() {
            return RunKind.RUN;
        }

        @Override
        public Map<String, Object> fields() {
            return RunRequest.SCHEMA.write(request);
        }

        @Override
        public String workload() {
            return request.workload();
        }

        @Override
        public List<String> lanes() {
            return List.of(request.lane());
        }
    }

    /** A comparison. */
    public record OfComparison(ComparisonRequest request) implements Work {
        @Override
        public RunKind kind() {
            return RunKind.COMPARISON;
        }

        @Override
        public Map<String, Object> fields() {
            return ComparisonRequest.SCHEMA.write(request);
        }

        @Override
        public String workload() {
            return request.workload();
        }

        @Override
        public List<String> lanes() {
            return request.compared();
        }
    }

    /** A search for what lanes bear. */
    public record OfCapacity(CapacityRequest request) implements Work {
        @Override
        public RunKind kind() {
            return RunKind.CAPACITY;
        }

        @Override
        public Map<String, Object> fields() {
            return CapacityRequest.SCHEMA.write(request);
        }

        @Override
        public String workload() {
            return request.workload();
        }

        @Override
        public List<String> lanes() {
            return request.lanes();
        }
    }

    /** A scenario. */
    public record OfScenario(ScenarioRequest request) implements Work {
        @Override
        public RunKind kind() {
            return RunKind.SCENARIO;
        }

        @Override
        public Map<String, Object> fields() {
            return ScenarioRequest.SCHEMA.write(request);
        }

        @Override
        public String workload() {
            return request.scenario();
        }

        @Override
        public List<String> lanes() {
            return List.of();
        }
    }

    /**
     * How work is kept: what a submission has beside the request. Immutable.
     *
     * @param kind of work
     * @param shared whether everybody who may come in may watch it; null is only whoever submitted it
     * @param commit of the code that is measured; null is that of the place where the lab was started, if it knows one
     * @param note what somebody wants to remember; null is nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Label(
            @Param("what the request is for") RunKind kind,

            @Param("whether everybody who may come in may watch it, which they may not where it is missing") @Nullable
            Boolean shared,

            @Param(value = "commit of the code that is measured", max = 100) @Nullable
            String commit,

            @Param(value = "what is to be remembered of it", max = 2_000) @Nullable
            String note) {

        /** The fields of a label, for whoever reads one from plain values. */
        public static final Schema<Label> SCHEMA = Schema.of("a submission", Label.class);

        /** Of work that nobody else sees. */
        public static Label of(RunKind kind) {
            return new Label(kind, null, null, null);
        }
    }

    /** A run that is kept for whoever submits it. */
    public static Submission of(RunRequest request) {
        return new Submission(new OfRun(request), Label.of(RunKind.RUN));
    }

    /** A comparison that is kept for whoever submits it. */
    public static Submission of(ComparisonRequest request) {
        return new Submission(new OfComparison(request), Label.of(RunKind.COMPARISON));
    }

    /** A search that is kept for whoever submits it. */
    public static Submission of(CapacityRequest request) {
        return new Submission(new OfCapacity(request), Label.of(RunKind.CAPACITY));
    }

    /** A scenario that is kept for whoever submits it. */
    public static Submission of(ScenarioRequest request) {
        return new Submission(new OfScenario(request), Label.of(RunKind.SCENARIO));
    }

    /** This submission, kept for everybody who may come in. */
    public Submission forEverybody() {
        return new Submission(work, new Label(label.kind, true, label.commit, label.note));
    }

    /** This submission of the code of this commit. */
    public Submission of(@Nullable String commit) {
        return new Submission(work, new Label(label.kind, label.shared, commit, label.note));
    }

    /** This submission with something to remember. */
    public Submission noting(@Nullable String note) {
        return new Submission(work, new Label(label.kind, label.shared, label.commit, note));
    }

    /** The wire's form, as plain values. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(Label.SCHEMA.write(label));
        fields.putAll(work.fields());
        return fields;
    }
}
