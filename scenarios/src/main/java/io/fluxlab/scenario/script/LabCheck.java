package io.fluxlab.scenario.script;

import io.fluxlab.lab.WorkloadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a script's steps ask for against what a lab has: workloads, their parameters, lanes. Confined to one script. */
final class LabCheck {

    private final LabListing lab;
    private final YamlTree tree;
    private final List<Mistake> mistakes = new ArrayList<>();

    LabCheck(LabListing lab, YamlTree tree) {
        this.lab = lab;
        this.tree = tree;
    }

    List<Mistake> check(Map<String, Object> script) {
        Plain.map(script.get("steps")).forEach((id, step) -> step(Plain.map(step), "/steps/" + id));
        return mistakes;
    }

    private void step(Map<String, Object> step, String pointer) {
        for (StepKind kind : StepKind.values()) {
            Map<String, Object> request = Plain.map(step.get(kind.key()));
            if (request.isEmpty()) {
                continue;
            }
            String at = pointer + "/" + kind.key();
            Optional<WorkloadInfo> workload = workload(request.get("workload"), at + "/workload");
            mistakes.addAll(new LaneCheck(lab, tree).check(request, at));
            workload.ifPresent(info -> {
                parameters(info, request, at);
                parameters(info, Plain.map(step.get("quick")), pointer + "/quick");
            });
        }
    }

    private Optional<WorkloadInfo> workload(@Nullable Object name, String pointer) {
        if (!(name instanceof String text)) {
            return Optional.empty();
        }
        Optional<WorkloadInfo> found = lab.workload(text);
        if (found.isEmpty()) {
            mistakes.add(Mistake.unknown(tree.value(pointer), "workload", text, lab.workloadNames()));
        }
        return found;
    }

    private void parameters(WorkloadInfo workload, Map<String, Object> request, String pointer) {
        Map<String, Object> parameters = Plain.map(request.get("parameters"));
        if (!parameters.isEmpty()) {
            ShapeCheck check =
                    new ShapeCheck(Objects.requireNonNull(workload.parameters()), "parameter of " + workload.name());
            mistakes.addAll(check.check(parameters, tree, pointer + "/parameters"));
        }
    }
}
