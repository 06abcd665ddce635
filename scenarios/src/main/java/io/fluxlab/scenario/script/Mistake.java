package io.fluxlab.scenario.script;

import io.fluxlab.parameter.Names;
import java.util.Collection;

/** Something that is wrong with a script. Immutable. */
public record Mistake(Mark mark, String message) {

    /** A name that nobody knows, with the nearest one that somebody does. */
    static Mistake unknown(Mark mark, String what, String name, Collection<String> known) {
        return new Mistake(mark, "unknown %s \"%s\"%s".formatted(what, name, hint(name, known)));
    }

    private static String hint(String name, Collection<String> known) {
        return Names.nearest(name, known)
                .map(near -> ", did you mean \"" + near + "\"?")
                .orElseGet(() -> known.isEmpty() ? "; there are none" : "; known are " + String.join(", ", known));
    }

    @Override
    public String toString() {
        return mark + ": " + message;
    }
}
