package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A method as it is typed: {@code com.acme.Orders::parse}, {@code src/Orders.java::parse}, {@code Orders.java} alone, or,
 * where overloads have to be told apart, {@code Orders.java::parse(String,int)}. Immutable.
 *
 * @param text what was typed
 * @param owner the class, or the path of the source file
 * @param method null where the only one that fits is meant
 * @param types of the parameters, as they were typed; null where they were not
 */
public record CodeName(
        String text,
        String owner,
        @Nullable String method,
        @Nullable List<String> types) {

    private static final String SOURCE = ".java";
    private static final String SEPARATOR = "::";
    private static final Pattern METHOD = Pattern.compile("([^()]+)(?:\\(([^()]*)\\))?");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\d+");

    public CodeName {
        types = types == null ? null : List.copyOf(types);
    }

    /** Whether a text means code rather than a workload's name, in which neither a colon nor a dot can be. */
    public static boolean isMeant(String text) {
        return text.contains(SEPARATOR) || text.endsWith(SOURCE);
    }

    /**
     * Reads the text.
     *
     * @throws UsageException where it is no class or file with a method
     */
    public static CodeName parse(String text) {
        int separator = text.lastIndexOf(SEPARATOR);
        if (separator < 0 && text.endsWith(SOURCE)) {
            return new CodeName(text, text, null, null);
        }
        String owner = separator < 0 ? text : text.substring(0, separator);
        Matcher method = METHOD.matcher(separator < 0 ? "" : text.substring(separator + SEPARATOR.length()));
        if (owner.isBlank() || !method.matches()) {
            throw new UsageException(
                    "'%s' is no method: write CLASS::METHOD or FILE.java::METHOD, such as com.acme.Orders::parse"
                            .formatted(text));
        }
        return new CodeName(
                text,
                owner.strip(),
                method.group(1).strip(),
                Optional.ofNullable(method.group(2)).map(CodeName::types).orElse(null));
    }

    private static List<String> types(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /** Whether a source file was named. */
    public boolean isSource() {
        return file().isPresent();
    }

    /** The source file; empty where a class was named. */
    Optional<Path> file() {
        return owner.endsWith(SOURCE) ? Optional.of(Path.of(owner)) : Optional.empty();
    }

    /** A name for the workload that calls this method of this class: {@code orders-parse}. */
    static String workload(String simpleClassName, String method) {
        String name = WORD.matcher(simpleClassName + " " + method)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .map(word -> word.replaceAll("[^a-z0-9]", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("-"));
        return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? ("call-" + name).replaceFirst("-$", "") : name;
    }
}
