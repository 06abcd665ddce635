package io.fluxlab.lab;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.comparison.Variant;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.parameter.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a request's variants: what each of them is, and what is wrong with their names. Not thread-safe: one per request. */
record VariantReader(ComparisonRequest request, List<Variant> variants, FieldErrors errors) {

    void checkNames() {
        List<String> names = variants.stream().map(Variant::name).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                errors.add("variants[" + i + "].name", name, "name must not be blank");
            } else if (names.indexOf(name) < i) {
                errors.add(
                        "variants[" + i + "].name",
                        name,
                        "the variant %s is there twice: name each once".formatted(Names.shortened(name)));
            }
        }
        String baseline = request.baseline();
        if (baseline != null && !names.contains(baseline)) {
            String message = "baseline must be one of the variants compared, was %s%s"
                    .formatted(Names.shortened(baseline), Names.hint(baseline, names));
            errors.add("baseline", baseline, message);
        }
    }

    String workload(Variant variant) {
        return variant.workload() == null ? request.workload() : variant.workload();
    }

    /** Its own go before those of the request. */
    Map<String, Object> parameters(Variant variant) {
        Map<String, Object> all = new LinkedHashMap<>(request.parameters() == null ? Map.of() : request.parameters());
        all.putAll(variant.parameters() == null ? Map.of() : variant.parameters());
        return all;
    }
}
