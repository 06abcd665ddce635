package io.fluxlab.scenario.script;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.scenario.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the requests that steps make against what requests can be, and against the lab that would run them as far as that can say
 * so beforehand: rates, placements, what parameters must be together. Confined to one script.
 */
final class RequestCheck {

    private final @Nullable LabListing lab;
    private final YamlTree tree;

    RequestCheck(@Nullable LabListing lab, YamlTree tree) {
        this.lab = lab;
        this.tree = tree;
    }

    /** What is wrong with steps, beside what is known of the very same values. */
    List<Mistake> check(Map<String, Object> script, List<Mistake> known) {
        List<Mistake> mistakes = new ArrayList<>();
        Plain.map(script.get("steps"))
                .forEach((id, step) -> StepKind.of(Plain.map(step))
                        .ifPresent(kind ->
                                mistakes.addAll(new OfStep(kind, "/steps/" + id, Plain.map(step), known).check())));
        return mistakes;
    }

    /** The check of one step. */
    private final class OfStep {

        private final StepKind kind;
        private final String pointer;
        private final Map<String, Object> full;
        private final Map<String, Object> quick;
        private final List<Mistake> known;
        private final Set<Mistake> mistakes = new LinkedHashSet<>();

        OfStep(StepKind kind, String pointer, Map<String, Object> step, List<Mistake> known) {
            this.kind = kind;
            this.pointer = pointer;
            this.full = Plain.map(step.get(kind.key()));
            this.quick = Plain.map(step.get("quick"));
            this.known = known;
        }

        Collection<Mistake> check() {
            String inFull = pointer + "/" + kind.key();
            String inQuick = pointer + "/quick";
            request(full, List.of(inFull));
            if (quick.containsKey("load") && !full.containsKey("load")) {
                mistakes.add(new Mistake(
                        tree.key(inQuick + "/load"),
                        "the step has no load that this could change: give it one under \"%s\"".formatted(kind.key())));
            } else if (mistakes.isEmpty() && !quick.isEmpty()) {
                request(StepRequest.quick(full, quick), List.of(inQuick, inFull));
            }
            return mistakes;
        }

        private void request(Map<String, Object> values, List<String> places) {
            try {
                Action action = StepRequest.action(kind, values);
                if (lab != null) {
                    lab.mistakes(action).forEach(error -> keep(error, places));
                }
            } catch (InvalidRequestException e) {
                e.fields().forEach(error -> keep(error, places));
            }
        }

        /** At the value that is meant or the nearest one around it, of the places that are told where it stands. */
        private void keep(FieldError error, List<String> places) {
            String path = "/" + error.field().replace("[", "/").replace("]", "").replace('.', '/');
            while (!path.isEmpty()) {
                for (String place : places) {
                    if (tree.has(place + path)) {
                        keep(error, place + path);
                        return;
                    }
                }
                path = path.substring(0, path.lastIndexOf('/'));
            }
            keep(error, pointer);
        }

        private void keep(FieldError error, String where) {
            if (known.stream().noneMatch(mistake -> tree.covers(where, mistake.mark()))) {
                mistakes.add(new Mistake(tree.value(where), error.message()));
            }
        }
    }
}
