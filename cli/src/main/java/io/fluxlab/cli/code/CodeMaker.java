package io.fluxlab.cli.code;

import io.fluxlab.workload.Recipe;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadMaker;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes workloads of code, here and in child processes: these get what a source file was compiled to, and the class path on
 * which the classes are, and find the same method again.
 */
public final class CodeMaker implements WorkloadMaker {

    /** The workload that calls this code; what the name ends in tells apart what would be called alike. */
    public static Workload<?> workload(Code code, CodePath path, String ending) {
        Code.Bound bound = code.bind(path.loader(CodeMaker.class.getClassLoader()));
        return Workload.builder(bound.name() + ending)
                .summary(bound.summary())
                .recipe(new Recipe(CodeMaker.class.getName(), data(code, path, ending)))
                .body(bound.call());
    }

    @Override
    public Workload<?> make(Map<String, Object> data) {
        Map<String, byte[]> classes = new HashMap<>();
        ((Map<?, ?>) data.getOrDefault("classes", Map.of()))
                .forEach((name, bytes) ->
                        classes.put(String.valueOf(name), Base64.getDecoder().decode(String.valueOf(bytes))));
        Code code = new Code(
                String.valueOf(data.get("text")),
                texts(data.get("owners")),
                data.get("method") == null ? null : String.valueOf(data.get("method")),
                data.get("types") == null ? null : texts(data.get("types")),
                texts(data.get("arguments")),
                classes);
        CodePath path = new CodePath(
                String.valueOf(data.get("option")), texts(data.get("classPath")), texts(data.get("hidden")));
        return workload(code, path, String.valueOf(data.get("ending")));
    }

    private static Map<String, Object> data(Code code, CodePath path, String ending) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("text", code.text());
        data.put("owners", code.owners());
        if (code.method() != null) {
            data.put("method", code.method());
        }
        if (code.types() != null) {
            data.put("types", code.types());
        }
        data.put("arguments", code.arguments());
        data.put(
                "classes",
                code.classes().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> Base64.getEncoder().encodeToString(entry.getValue()))));
        data.put("option", path.option());
        data.put("classPath", path.entries());
        data.put("hidden", path.hidden());
        data.put("ending", ending);
        return data;
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }
}
