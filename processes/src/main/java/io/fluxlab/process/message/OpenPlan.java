package io.fluxlab.process.message;

import java.util.Map;

/** The plan whose tasks will be asked for: the workload by name, with every parameter. Immutable. */
public record OpenPlan(String workload, Map<String, Object> parameters) {}
