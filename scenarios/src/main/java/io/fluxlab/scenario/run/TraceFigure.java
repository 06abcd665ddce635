package io.fluxlab.scenario.run;

import io.fluxlab.trace.TraceMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What threads did, as expressions take it. Stateless. */
final class TraceFigure {

    private TraceFigure() {}

    /** The marks of all tasks in the order of time, each with its number in the whole and among those of its thread. */
    static List<Object> of(List<TraceMark> marks) {
        List<TraceMark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingLong(TraceMark::atNanos));
        Map<String, Long> steps = new HashMap<>();
        List<Object> figure = new ArrayList<>();
        for (TraceMark mark : sorted) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("number", (long) figure.size());
            values.put("step", steps.merge(mark.thread(), 1L, Long::sum) - 1);
            values.put("atNanos", mark.atNanos());
            values.put("thread", mark.thread());
            values.put("kind", mark.kind().id());
            values.put("name", Objects.requireNonNullElse(mark.name(), ""));
            values.put("value", Objects.requireNonNullElse(mark.value(), ""));
            figure.add(values);
        }
        return List.copyOf(figure);
    }
}
