package io.fluxlab.scenario.original;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of sources between {@code // tag::name[]} and {@code // end::name[]}, as AsciiDoc has them. */
final class Tagged {

    private static final Pattern MARK = Pattern.compile("\\s*// (?<kind>tag|end)::(?<name>[A-Za-z]+)\\[]\\s*");

    private Tagged() {}

    /**
     * The part, as far left as it goes.
     *
     * @param tag its name
     * @throws IllegalArgumentException where there is no such part
     */
    static String part(String source, String tag) {
        List<String> found = new ArrayList<>();
        boolean isInside = false;
        for (String line : source.lines().toList()) {
            Matcher mark = MARK.matcher(line);
            if (!mark.matches()) {
                if (isInside) {
                    found.add(line);
                }
            } else if (mark.group("name").equals(tag)) {
                isInside = mark.group("kind").equals("tag");
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no part \"%s\"".formatted(tag));
        }
        return String.join("\n", found).stripIndent();
    }
}
