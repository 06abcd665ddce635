package io.fluxlab.cli.input;

import io.fluxlab.parameter.Names;
import io.fluxlab.wording.Language;
import java.util.Collection;

/** What is said behind a name that is not known: the one that is near, or all that there are. */
public final class NameHint {

    private NameHint() {}

    /** As {@link Names#hint}, in a language. */
    public static String of(String given, Collection<String> known, Language language) {
        return switch (language) {
            case EN -> Names.hint(given, known);
            case RU ->
                Names.nearest(given, known)
                        .map(name -> "; может быть, " + name + "?")
                        .orElseGet(() -> known.isEmpty() ? "; их нет" : "; есть " + String.join(", ", known));
        };
    }
}
