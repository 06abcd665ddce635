package io.fluxlab.junit.engine;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the annotations of one method. Not thread-safe. */
final class Mistakes {

    private final Method method;
    private final List<String> found = new ArrayList<>();

    Mistakes(Method method) {
        this.method = method;
    }

    void add(String mistake) {
        found.add(mistake);
    }

    /** The duration of an attribute, or a mistake and some duration. */
    Duration duration(String annotation, String attribute, String text) {
        return DurationText.read(text).orElseGet(() -> {
            add("@%s: %s must be a number and a unit from 1ns to 24h, such as 500us, 10ms, 2s or 1m, was \"%s\""
                    .formatted(annotation, attribute, text));
            return Duration.ofSeconds(1);
        });
    }

    /** The number of an attribute of {@code @FluxlabTest}, where 0 leaves it to the trial. */
    int count(String attribute, int value, int most) {
        if (value < 0 || value > most) {
            add("@FluxlabTest: %s must be between 0 and %d, was %d".formatted(attribute, most, value));
        }
        return value;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new WrongAnnotationException(method, found);
        }
    }
}
