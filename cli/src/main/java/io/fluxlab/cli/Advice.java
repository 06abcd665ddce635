package io.fluxlab.cli;

import io.fluxlab.cli.input.ParameterGuide;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.parameter.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a lab's word about a request into the words of the person who typed it. */
final class Advice {

    private static final String PARAMETERS = "parameters.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The request's fields that are typed under another name. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("placement", "--placement"),
            Map.entry("runTimeMillis", "--run-time"),
            Map.entry("placements", "--placements"),
            Map.entry("lanes", "--lanes"),
            Map.entry("lane", "--lane"),
            Map.entry("variants", "--variant"),
            Map.entry("baseline", "--baseline"),
            Map.entry("rounds", "--rounds"),
            Map.entry("warmup", "--warmup"),
            Map.entry("maxTimeMillis", "--max-time"),
            Map.entry("sameWithin", "--same-within"),
            Map.entry("concurrency", "--concurrency"),
            Map.entry("slo", "--slo"),
            Map.entry("from", "--from"),
            Map.entry("to", "--to"),
            Map.entry("resolution", "--resolution"),
            Map.entry("duration", "--duration"),
            Map.entry("load.backlog", "--backlog"),
            Map.entry("load.rate", "--rate"),
            Map.entry("load", "--rate"));

    private final String workload;
    private final Lab lab;
    private final Map<String, String> options;

    private Advice(String workload, Lab lab, Map<String, String> options) {
        this.workload = workload;
        this.lab = lab;
        this.options = options;
    }

    /** What is wrong with a request for this workload, and what would be right. */
    static UsageException on(InvalidRequestException error, String workload, Lab lab) {
        return on(error, workload, lab, Map.of());
    }

    /** As {@link #on}, where some fields of the request are typed as {@code options} that are not the usual ones; empty is none. */
    static UsageException on(InvalidRequestException error, String workload, Lab lab, Map<String, String> options) {
        return new Advice(workload, lab, options).on(error);
    }

    private UsageException on(InvalidRequestException error) {
        List<String> lines = new ArrayList<>();
        if (error.fields().isEmpty()) {
            lines.add(String.valueOf(error.getMessage()));
        }
        error.fields().forEach(field -> lines.addAll(lines(field)));
        if (error.fields().stream().anyMatch(field -> field.field().startsWith(PARAMETERS))) {
            lines.add(" See 'fluxlab workloads " + workload + "' for all parameters.");
        }
        return new UsageException(lines);
    }

    private List<String> lines(FieldError error) {
        if (error.field().startsWith(PARAMETERS)) {
            String name = error.field().substring(PARAMETERS.length());
            List<String> lines = new ArrayList<>(List.of(error.message()));
            guide().flatMap(guide -> nearest(name, guide)).ifPresent(entry -> lines.add(text(entry)));
            return lines;
        }
        String field = error.field().replaceFirst("\\[.*", "");
        String option = options.getOrDefault(field, OPTIONS.getOrDefault(field, ""));
        String separator = field.equals("variants") ? " " : ": ";
        return List.of(option.isEmpty() ? error.message() : option + separator + error.message());
    }

    /** The parameter that an unknown name is near to; what is wrong with a known one has been said. */
    private static Optional<ParameterGuide.Entry> nearest(String name, ParameterGuide guide) {
        return guide.names().contains(name.replaceFirst("[\\[.].*", ""))
                ? Optional.empty()
                : Names.nearest(name, guide.names()).flatMap(guide::find);
    }

    private static String text(ParameterGuide.Entry entry) {
        return "   %s=%s: %s (%s)".formatted(entry.name(), entry.defaultValue(), entry.meaning(), entry.values());
    }

    private Optional<ParameterGuide> guide() {
        return lab.workloads()
                .filter(info -> info.name().equals(workload))
                .next()
                .map(ParameterGuide::to)
                .blockOptional(PATIENCE);
    }
}
