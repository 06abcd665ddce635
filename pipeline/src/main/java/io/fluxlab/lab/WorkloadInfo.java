package io.fluxlab.lab;

import io.fluxlab.workload.Kind;
import java.util.Map;

/** A workload as a lab lists it; {@code parameters} is a JSON Schema. Immutable. */
public record WorkloadInfo(String name, String summary, Kind kind, Map<String, Object> parameters) {}
