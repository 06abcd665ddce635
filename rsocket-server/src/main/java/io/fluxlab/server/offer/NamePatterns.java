package io.fluxlab.server.offer;

import io.fluxlab.parameter.Names;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which names are meant: those that match a pattern of {@code allowed}, or all where there is none, but for those that match
 * one of {@code denied}. Patterns are globs of {@link java.nio.file.FileSystem#getPathMatcher}: {@code *}, {@code ?},
 * {@code [a-c]} and {@code {one,other}}. Immutable.
 *
 * @param allowed patterns
 * @param denied patterns, which go first
 */
public record NamePatterns(List<String> allowed, List<String> denied) {

    /** Every name. */
    public static final NamePatterns ALL = new NamePatterns(List.of(), List.of());

    /** A slash would keep {@code *} from matching; what it costs to match grows with a power of the length. */
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\]{1,200}");

    public NamePatterns {
        allowed = List.copyOf(allowed);
        denied = List.copyOf(denied);
        allowed.forEach(NamePatterns::matcher);
        denied.forEach(NamePatterns::matcher);
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "%s is no pattern of names: %s".formatted(pattern, e.getDescription()), e);
        }
    }

    private static boolean matches(String pattern, Path name) {
        return matcher(pattern).matches(name);
    }

    /** Why a name is not meant, in words that follow it; nothing where it is. */
    Optional<String> refusal(String name) {
        if (allowed.isEmpty() && denied.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> path = path(name);
        if (path.isEmpty()) {
            return Optional.of("it is no name that could be allowed");
        }
        if (denied.stream().anyMatch(pattern -> matches(pattern, path.get()))) {
            return Optional.of("it is denied");
        }
        return allowed.isEmpty() || allowed.stream().anyMatch(pattern -> matches(pattern, path.get()))
                ? Optional.empty()
                : Optional.of("it is not among those that are allowed");
    }

    private static Optional<Path> path(String name) {
        try {
            return PLAIN.matcher(name).matches() ? Optional.of(Path.of(name)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Checks that every pattern means something: a misspelt denial would let in what it is to keep out.
     *
     * @param what the names are of
     * @throws IllegalArgumentException naming a pattern that matches none of them
     */
    void check(String what, Collection<String> names) {
        for (List<String> patterns : List.of(allowed, denied)) {
            for (String pattern : patterns) {
                boolean matchesAny =
                        names.stream().flatMap(name -> path(name).stream()).anyMatch(path -> matches(pattern, path));
                if (!matchesAny) {
                    throw new IllegalArgumentException(
                            "no %s is called %s%s".formatted(what, pattern, Names.hint(pattern, names)));
                }
            }
        }
    }
}
