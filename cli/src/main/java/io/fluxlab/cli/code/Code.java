package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A call of the user's code, as data: any JVM that has the class path can make it. Immutable.
 *
 * @param text what was typed
 * @param owners the classes among whose methods the one that was meant is, the likeliest first
 * @param method its name; null for the only one that fits
 * @param types of its parameters, where overloads have to be told apart; else null
 * @param arguments as they were typed
 * @param classes what a source file was compiled to, by binary name; none where a class was named
 */
public record Code(
        String text,
        List<String> owners,
        @Nullable String method,
        @Nullable List<String> types,
        List<String> arguments,
        Map<String, byte[]> classes) {

    private static final String COMPILER = "jdk.compiler";

    public Code {
        owners = List.copyOf(owners);
        types = types == null ? null : List.copyOf(types);
        arguments = List.copyOf(arguments);
        classes = Map.copyOf(classes);
    }

    /** What the workload is called, and what it calls. */
    public record Bound(String name, String summary, Callable<Object> call) {}

    /**
     * The code of this name. A source file is compiled now.
     *
     * @param classPath for the compiler
     * @throws UsageException where there is no such file, or it does not compile
     */
    public static Code read(CodeName name, List<String> arguments, String classPath) {
        return name.file()
                .map(file -> {
                    if (ModuleLayer.boot().findModule(COMPILER).isEmpty()) {
                        throw NoCompiler.toCompile(
                                file); // a runtime may lack even the types that the compiler is spoken to in
                    }
                    CompiledSource source = new SourceCompiler(classPath).compile(file);
                    return new Code(
                            name.owner(), owners(source), name.method(), name.types(), arguments, source.classes());
                })
                .orElseGet(() -> new Code(
                        name.owner(), List.of(name.owner()), name.method(), name.types(), arguments, Map.of()));
    }

    /** The type that is called like the file, then the others, then those within them. */
    private static List<String> owners(CompiledSource source) {
        String stem = source.file().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.java$", "");
        List<String> owners = new ArrayList<>();
        source.topLevel().stream()
                .filter(type -> type.equals(stem) || type.endsWith("." + stem))
                .forEach(owners::add);
        source.topLevel().stream().filter(type -> !owners.contains(type)).forEach(owners::add);
        source.classes().keySet().stream()
                .filter(type -> !owners.contains(type))
                .sorted()
                .forEach(owners::add);
        return owners;
    }

    /**
     * The call, for the classes that this loader knows and those that were compiled.
     *
     * @throws UsageException saying why there is no such method, or why it can't be called
     */
    public Bound bind(ClassLoader loader) {
        ClassFinder finder = new ClassFinder(classes.isEmpty() ? loader : new MemoryClassLoader(classes, loader));
        MethodChoice choice =
                new MethodChoice(text, owners.stream().map(finder::find).toList(), arguments);
        MethodChoice.Chosen chosen = method == null ? choice.only() : choice.named(method, types);
        return new Bound(
                CodeName.workload(
                        chosen.owner().getSimpleName(), chosen.method().getName()),
                "calls of %s"
                        .formatted(Signature.of(
                                chosen.owner().getSimpleName() + "::"
                                        + chosen.method().getName(),
                                chosen.method())),
                CodeCall.of(chosen));
    }
}
