package io.fluxlab.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a cause. Immutable.
 *
 * @param cause the cause
 * @param detail which form it takes, in kebab-case: each has its own sentence
 * @param share which part of the time it explains, from 0 to 1
 * @param what the thing that is waited for, or that is shared: a lock, threads, an operator; null where it has no name
 * @param at the user's own frames, the innermost first
 * @param figures more figures by their names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suspicion(
        Cause cause, String detail, double share, @Nullable String what, List<String> at, Map<String, Double> figures) {

    public Suspicion {
        at = List.copyOf(at);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    static Suspicion of(Cause cause, String detail, double share) {
        return new Suspicion(cause, detail, Math.min(1, share), null, List.of(), Map.of());
    }

    Suspicion at(List<String> frames) {
        return new Suspicion(cause, detail, share, what, frames, figures);
    }

    Suspicion what(@Nullable String thing) {
        return new Suspicion(cause, detail, share, thing, at, figures);
    }

    Suspicion with(String name, double figure) {
        Map<String, Double> more = new LinkedHashMap<>(figures);
        more.put(name, figure);
        return new Suspicion(cause, detail, share, what, at, more);
    }
}
